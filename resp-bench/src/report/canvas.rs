//! Text of an SVG that grows. Colours and fonts are given by classes.

use super::escape::escape;
use super::mark::Mark;
use core::fmt::{Display, Write};

/// An SVG that is not finished.
pub(super) struct Canvas {
    text: String,
}

impl Canvas {
    /// Of this size, in the units of its view box.
    pub(super) fn new(title: &str, width: f64, height: f64) -> Self {
        let title = escape(title);
        Self::opened(format!(
            r#"<svg class="plot" viewBox="0 0 {width} {height}" role="img" aria-label="{title}"><title>{title}</title>"#
        ))
    }

    /// With an opening tag of its own.
    pub(super) const fn opened(text: String) -> Self {
        Self { text }
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.text + "</svg>"
    }

    /// What is drawn until [`ungroup`](Self::ungroup) has this class.
    pub(super) fn group(&mut self, class: &str) {
        let _ = write!(self.text, r#"<g class="{class}">"#);
    }

    pub(super) fn ungroup(&mut self) {
        self.text.push_str("</g>");
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.path(class, format_args!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}"), None);
    }

    /// With a text that is shown by the pointer, if there is one.
    pub(super) fn path(&mut self, class: &str, path: impl Display, tip: Option<&str>) {
        let _ = write!(self.text, r#"<path class="{class}" d="{path}""#);
        match tip {
            Some(tip) => {
                let _ = write!(self.text, "><title>{}</title></path>", escape(tip));
            }
            None => self.text.push_str("/>"),
        }
    }

    /// A line through points.
    pub(super) fn polyline(&mut self, class: &str, points: impl Iterator<Item = (f64, f64)>) {
        let mut path = String::new();
        for (index, (x, y)) in points.enumerate() {
            let letter = if index == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{letter}{x:.1} {y:.1}");
        }
        self.path(class, path, None);
    }

    pub(super) fn text(&mut self, class: &str, anchor: &str, (x, y): (f64, f64), text: impl Display) {
        let text = escape(&text.to_string());
        let _ = write!(
            self.text,
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{text}</text>"#
        );
    }

    pub(super) fn bar(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), tip: &str) {
        let _ = write!(
            self.text,
            r#"<rect class="{class}" x="{x:.1}" y="{y:.1}" width="{:.1}" height="{height:.1}" rx="2"><title>{}</title></rect>"#,
            width.max(1.5),
            escape(tip)
        );
    }

    pub(super) fn mark(&mut self, mark: Mark, at: (f64, f64), tip: Option<&str>) {
        if let Some(path) = mark.path(at) {
            self.path(mark.class(), path, tip);
        }
    }
}
