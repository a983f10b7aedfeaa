//! How a contestant is told apart: colour, shape of its marks, kind of line.

use super::canvas::Canvas;

/// How a series looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// CSS class of its colour.
    pub(super) class: &'static str,
    /// Shape of its marks.
    pub(super) mark: Mark,
    /// How the line between them is drawn.
    pub(super) line: Line,
}

/// The shape of a point, so that colour is not all that tells series apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    Ring,
    /// A triangle upside down.
    Down,
    Plus,
    None,
}

/// The line through the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Solid,
    Dashed,
    Dotted,
    /// Marks alone.
    None,
}

impl Mark {
    /// Its outline around a point; `None` if nothing is drawn.
    pub(super) fn path(self, (x, y): (f64, f64)) -> Option<String> {
        Some(match self {
            Self::None => return None,
            Self::Circle | Self::Ring => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
            Self::Square => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
            Self::Triangle => format!("M{x:.1} {:.1}l5.8 10h-11.6z", y - 6.2),
            Self::Down => format!("M{x:.1} {:.1}l5.8 -10h-11.6z", y + 6.2),
            Self::Diamond => format!("M{x:.1} {:.1}l6.2 6.2l-6.2 6.2l-6.2 -6.2z", y - 6.2),
            Self::Cross => format!("M{:.1} {:.1}l8 8m0 -8l-8 8", x - 4.0, y - 4.0),
            Self::Plus => format!("M{x:.1} {:.1}v10m-5 -5h10", y - 5.0),
        })
    }

    /// CSS classes of it: an open one is drawn by its outline alone.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Cross | Self::Plus => "mark open",
            Self::Ring => "mark ring",
            _ => "mark",
        }
    }
}

impl Line {
    /// CSS class of its dashes.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Solid => "",
            Self::None => "none",
        }
    }
}

/// A short piece of a series for the legend, with its mark.
pub(super) fn swatch(style: Style) -> String {
    let open = format!(r#"<svg class="swatch {}" viewBox="0 0 36 16" aria-hidden="true">"#, style.class);
    let mut canvas = Canvas::opened(open);
    canvas.line(&format!("line {}", style.line.class()), (1.0, 8.0), (35.0, 8.0));
    canvas.mark(style.mark, (18.0, 8.0), None);
    canvas.finish()
}
