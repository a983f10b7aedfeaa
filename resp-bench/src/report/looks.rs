//! Which contestant is drawn how: the same in every chart of a record.

use super::mark::{Line, Mark, Style};
use crate::record::{Record, Role};

/// Classes of `chart.css`, with the mark that goes with each.
const SLOTS: [(&str, Mark); 8] = [
    ("c0", Mark::Circle),
    ("c1", Mark::Square),
    ("c2", Mark::Triangle),
    ("c3", Mark::Diamond),
    ("c4", Mark::Cross),
    ("c5", Mark::Ring),
    ("c6", Mark::Down),
    ("c7", Mark::Plus),
];
/// Ours are blue, the others have the rest; both begin again with other dashes.
const OURS: [usize; 2] = [0, 5];
const OTHERS: [usize; 6] = [1, 2, 3, 4, 6, 7];

/// The looks of all who were measured, in the order in which they come.
pub(super) struct Looks(Vec<(String, Style)>);

impl Looks {
    pub(super) fn of(record: &Record) -> Self {
        let mut looks = Self(Vec::new());
        let (mut ours, mut others) = (0, 0);
        let rows = record.sections.iter().flat_map(|section| &section.rows);
        for row in rows.filter(|row| row.role != Role::Claim) {
            if looks.find(&row.name).is_some() {
                continue;
            }
            let style = match row.role {
                Role::Limit => Style { class: "limit", mark: Mark::None, line: Line::Dashed },
                Role::Ours => next(&OURS, &mut ours),
                _ => next(&OTHERS, &mut others),
            };
            looks.0.push((row.name.clone(), style));
        }
        looks
    }

    /// That of this contestant; neutral if it is of another record.
    pub(super) fn style(&self, name: &str) -> Style {
        self.find(name).unwrap_or(Style { class: "limit", mark: Mark::Circle, line: Line::Solid })
    }

    /// Contestants in the order of the record.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    fn find(&self, name: &str) -> Option<Style> {
        self.0.iter().find(|(one, _)| one == name).map(|(_, style)| *style)
    }
}

fn next(slots: &[usize], taken: &mut usize) -> Style {
    let (class, mark) = SLOTS[slots[*taken % slots.len()]];
    let line = if *taken < slots.len() { Line::Solid } else { Line::Dotted };
    *taken += 1;
    Style { class, mark, line }
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn contestants_look_different_from_each_other_and_the_same_everywhere() {
        let looks = Looks::of(&record());
        assert_eq!(looks.names().collect::<Vec<_>>(), ["ours", "fast <&>", "slow", "raw loop"]);
        let styles: Vec<_> = looks.names().map(|name| looks.style(name)).collect();
        for (index, style) in styles.iter().enumerate() {
            assert!(!styles[..index].contains(style), "{style:?}");
        }
        assert_eq!((styles[0].class, styles[3].class), ("c0", "limit"));
    }
}
