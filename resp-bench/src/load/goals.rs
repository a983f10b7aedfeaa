//! What this generator is to reach beside another: as much load, for less.

use crate::record::{Goal, Metric, Role, Section};

/// Of each section that has both.
pub(super) fn of(sections: &[Section]) -> Vec<Goal> {
    let metrics = [Metric::OpsPerSecond, Metric::ClientCpuMicros];
    let all = sections.iter().flat_map(|section| metrics.map(|metric| goal(section, metric)));
    all.flatten().collect()
}

fn goal(section: &Section, metric: Metric) -> Option<Goal> {
    let ours = section.ours()?;
    let other = section.rows.iter().find(|row| row.role == Role::Other)?;
    let ratio = ours.ratio_to(other, metric).map(|ratio| ratio.median);
    let (bound, is_met): (_, fn(f64) -> bool) = match metric {
        Metric::OpsPerSecond => ("≥ 1×", |ratio| ratio >= 1.0),
        _ => ("< 1×", |ratio| ratio < 1.0),
    };
    Some(Goal {
        section: section.name.clone(),
        metric,
        ours: ours.median(metric),
        best: Some(other.name.clone()),
        theirs: other.median(metric),
        ratio,
        bound: bound.to_owned(),
        met: ratio.map(is_met),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Figure, Row};

    #[test]
    fn as_much_for_less() {
        let row = |name, role, ops, cpu| {
            let mut row = Row::new(name, role);
            row.figures.insert(Metric::OpsPerSecond, Figure::once(ops));
            row.figures.insert(Metric::ClientCpuMicros, Figure::once(cpu));
            row
        };
        let section = |rows| Section {
            name: "get-p1".to_owned(),
            about: String::new(),
            group: String::new(),
            operation: String::new(),
            point: None,
            rows,
        };
        let ours = || row("a", Role::Ours, 100.0, 2.0);
        let goals = of(&[section(vec![ours(), row("b", Role::Other, 100.0, 2.0)]), section(vec![ours()])]);
        assert_eq!(goals.iter().map(|goal| goal.met).collect::<Vec<_>>(), [Some(true), Some(false)]);
    }
}
