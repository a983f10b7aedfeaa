//! Tables of text whose columns are aligned: for terminals and as Markdown.

/// A table. Its first columns are words, the others figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    headings: Vec<String>,
    /// How many of the columns are words.
    words: usize,
    rows: Vec<Vec<Cell>>,
}

/// One cell: a text, and whether Markdown shows it bold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    text: String,
    strong: bool,
}

impl Grid {
    pub(crate) fn new(words: usize, headings: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { headings: headings.into_iter().map(Into::into).collect(), words, rows: Vec::new() }
    }

    /// A row; cells that are missing at its end are empty.
    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = impl Into<Cell>>) {
        let mut row: Vec<Cell> = row.into_iter().map(Into::into).collect();
        row.resize(self.headings.len(), Cell::default());
        self.rows.push(row);
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// For a terminal: two spaces between the columns.
    pub(crate) fn text(&self) -> String {
        let plain = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(plain).collect();
        let widths = self.widths(&self.headings, &rows, 0);
        let lines = core::iter::once(&self.headings).chain(&rows);
        lines.map(|row| self.line(row, &widths, "  ").trim_end().to_owned() + "\n").collect()
    }

    /// For a page of Markdown, aligned in its source too.
    pub(crate) fn markdown(&self) -> String {
        let headings: Vec<_> = self.headings.iter().map(|heading| escape(heading)).collect();
        let safe = |row: &Vec<Cell>| row.iter().map(Cell::markdown).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(safe).collect();
        // Three letters at the least, as the line below the headings needs them.
        let widths = self.widths(&headings, &rows, 3);
        let rule: Vec<_> = widths
            .iter()
            .enumerate()
            .map(|(column, width)| match column < self.words {
                true => "-".repeat(*width),
                false => "-".repeat(width - 1) + ":",
            })
            .collect();
        let lines = [&headings, &rule].into_iter().chain(&rows);
        lines.map(|row| format!("| {} |\n", self.line(row, &widths, " | "))).collect()
    }

    fn widths(&self, headings: &[String], rows: &[Vec<String>], least: usize) -> Vec<usize> {
        let length = |cell: &String| cell.chars().count();
        let widest = |column: usize| rows.iter().map(|row| length(&row[column])).max().unwrap_or(0);
        headings
            .iter()
            .enumerate()
            .map(|(column, name)| length(name).max(widest(column)).max(least))
            .collect()
    }

    fn line(&self, row: &[String], widths: &[usize], between: &str) -> String {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column < self.words { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join(between)
    }
}

impl Cell {
    /// Bold, where that can be shown.
    pub(crate) const fn strong(text: String) -> Self {
        Self { text, strong: true }
    }

    fn markdown(&self) -> String {
        let text = escape(&self.text);
        if self.strong { format!("**{text}**") } else { text }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, strong: false }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Text that neither ends a cell nor becomes markup.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '|' | '*' | '_' | '`' | '\\' | '<' | '[') {
            safe.push('\\');
        }
        safe.push(if letter.is_control() { ' ' } else { letter });
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let mut grid = Grid::new(1, ["name", "ops/s"]);
        grid.push(["a|b", "1.84×"]);
        grid.push([Cell::from("long name"), Cell::strong("12".to_owned())]);
        grid
    }

    #[test]
    fn columns_are_aligned() {
        assert_eq!(grid().text(), "name       ops/s\na|b        1.84×\nlong name     12\n");
        assert_eq!(
            grid().markdown(),
            "| name      |  ops/s |\n| --------- | -----: |\n| a\\|b      |  1.84× |\n| long name | **12** |\n"
        );
    }

    #[test]
    fn short_rows_are_filled() {
        let mut grid = Grid::new(2, ["a", "b", "c"]);
        assert!(grid.is_empty());
        grid.push(["x"]);
        assert_eq!(grid.text(), "a  b  c\nx\n");
    }
}
