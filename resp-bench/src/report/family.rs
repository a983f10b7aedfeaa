//! Sections that differ by a number alone, such as that of the tasks: they
//! share a chart.

use super::lines::{Point, Series};
use super::looks::Looks;
use super::words;
use crate::record::{Metric, Role, Row, Section};

/// What the chart of a family shows.
pub(super) struct Family {
    pub(super) metric: Metric,
    /// What the horizontal axis counts.
    pub(super) unit: String,
    pub(super) series: Vec<Series>,
}

impl Family {
    /// `None` if nothing of it was measured.
    pub(super) fn of(sections: &[&Section], family: &str, looks: &Looks) -> Option<Self> {
        let sections: Vec<_> = sections.iter().copied().filter(|section| is_of(section, family)).collect();
        let metric = sections.iter().find_map(|section| words::lead(section))?;
        let unit = sections.first()?.point.as_ref()?.unit.clone();
        let series: Vec<_> = looks
            .names()
            .map(|name| Series {
                label: name.to_owned(),
                style: looks.style(name),
                points: points(&sections, name, metric),
            })
            .filter(|series| !series.points.is_empty())
            .collect();
        (!series.is_empty()).then_some(Self { metric, unit, series })
    }
}

/// What a contestant has reached, by the number that differs.
fn points(sections: &[&Section], name: &str, metric: Metric) -> Vec<Point> {
    let is_it = |row: &&Row| row.name == name && row.role != Role::Claim;
    let measured = sections.iter().filter_map(|section| {
        let figure = section.rows.iter().find(is_it)?.figures.get(&metric)?;
        Some(Point { x: section.point.as_ref()?.x, y: figure.median, range: Some((figure.low, figure.high)) })
    });
    let mut points: Vec<_> = measured.collect();
    points.sort_by(|one, other| one.x.total_cmp(&other.x));
    points
}

/// The families of these sections, in their order.
pub(super) fn families<'record>(sections: &[&'record Section]) -> Vec<&'record str> {
    let mut families = Vec::new();
    for family in sections.iter().filter_map(|section| section.point.as_ref()).map(|point| &*point.family) {
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

/// The families that are drawn under a heading: most of their sections belong
/// under it, and there are several.
pub(super) fn drawn_under<'record>(sections: &[&'record Section], group: &str) -> Vec<&'record str> {
    let is_drawn = |family: &&str| {
        let of_it: Vec<_> = sections.iter().filter(|section| is_of(section, family)).collect();
        let count = |group: &str| of_it.iter().filter(|section| section.group == group).count();
        // Of equals the first.
        let home = of_it.iter().map(|section| section.group.as_str()).rev().max_by_key(|group| count(group));
        of_it.len() > 1 && home == Some(group)
    };
    families(sections).into_iter().filter(is_drawn).collect()
}

/// Whether a section stands alone: no other is of its family.
pub(super) fn is_single(section: &Section, all: &[&Section]) -> bool {
    let Some(point) = &section.point else { return true };
    all.iter().filter(|other| is_of(other, &point.family)).count() < 2
}

fn is_of(section: &Section, family: &str) -> bool {
    section.point.as_ref().is_some_and(|point| point.family == family)
}

/// Sections of no family, and of each family the first and the last: costs
/// hardly change in between, and the tables have them all.
pub(super) fn ends<'record>(sections: &[&'record Section]) -> Vec<&'record Section> {
    let is_end = |section: &Section| {
        let Some(point) = &section.point else { return true };
        let family = sections.iter().filter_map(|other| other.point.as_ref());
        let xs: Vec<_> = family.filter(|other| other.family == point.family).map(|other| other.x).collect();
        xs.iter().all(|x| *x >= point.x) || xs.iter().all(|x| *x <= point.x)
    };
    sections.iter().copied().filter(|section| is_end(section)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn of_families_the_ends_are_chosen() {
        let mut sections = record().sections;
        sections[1].point.as_mut().unwrap().x = 8.0;
        sections[2].point = sections[0].point.clone();
        sections[2].point.as_mut().unwrap().x = 1000.0;
        let all: Vec<_> = sections.iter().collect();
        let names: Vec<_> = ends(&all).iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["get-1", "lost-reply", "table-1"]);
        assert_eq!(families(&all), ["GET of 64 bytes, one connection"]);
    }

    #[test]
    fn families_are_drawn_once_where_most_of_them_stands() {
        let mut sections = record().sections;
        sections[0].group = "Apart".to_owned();
        sections[2].point = sections[0].point.clone();
        sections[2].group = sections[1].group.clone();
        let all: Vec<_> = sections.iter().collect();
        assert_eq!(drawn_under(&all, "One connection").len(), 1);
        assert!(drawn_under(&all, "Apart").is_empty());
        assert!(!is_single(&sections[0], &all) && is_single(&sections[3], &all));
        // Of one section no line can be drawn.
        assert!(drawn_under(&all[..1], "Apart").is_empty() && is_single(&sections[0], &all[..1]));
        // Of two equals it is the first.
        assert_eq!(drawn_under(&all[..2], "Apart").len(), 1);
    }

    #[test]
    fn lines_are_of_one_contestant_each() {
        let record = record();
        let sections: Vec<_> = record.sections.iter().rev().collect();
        let family = Family::of(&sections, "GET of 64 bytes, one connection", &Looks::of(&record)).unwrap();
        assert_eq!((family.metric, &*family.unit), (Metric::OpsPerSecond, "tasks"));
        let of = |index: usize| {
            let series = &family.series[index];
            (&*series.label, series.points.iter().map(|point| (point.x, point.y)).collect::<Vec<_>>())
        };
        assert_eq!(of(0), ("ours", vec![(1.0, 22e3), (64.0, 800e3)]));
        assert_eq!((of(3).0, family.series.len()), ("raw loop", 4));
    }
}
