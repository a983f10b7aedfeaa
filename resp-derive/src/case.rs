//! The forms of names that `rename_all` gives: those of serde, so that a type can
//! be derived for both.

use syn::{Error, LitStr, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    AsIs,
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const NAMES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    pub(crate) fn parse(text: &LitStr) -> Result<Self> {
        let known = NAMES.iter().find(|(name, _)| *name == text.value());
        known.map(|(_, case)| *case).ok_or_else(|| {
            let names: Vec<_> = NAMES.iter().map(|(name, _)| format!("`{name}`")).collect();
            Error::new(text.span(), format!("expected one of {}", names.join(", ")))
        })
    }

    /// A field's name, which is written in snake case.
    pub(crate) fn of_field(self, name: &str) -> String {
        match self {
            Self::AsIs | Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_uppercase(),
            Self::Pascal => name.split('_').map(capitalized).collect(),
            Self::Camel => uncapitalized(&Self::Pascal.of_field(name)),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_uppercase().replace('_', "-"),
        }
    }

    /// A variant's name, which is written in Pascal case.
    pub(crate) fn of_variant(self, name: &str) -> String {
        match self {
            Self::AsIs | Self::Pascal => name.to_owned(),
            Self::Lower => name.to_lowercase(),
            Self::Upper => name.to_uppercase(),
            Self::Camel => uncapitalized(name),
            Self::Snake => snake(name),
            Self::ScreamingSnake => snake(name).to_uppercase(),
            Self::Kebab => snake(name).replace('_', "-"),
            Self::ScreamingKebab => snake(name).to_uppercase().replace('_', "-"),
        }
    }
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

fn uncapitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_each_case() {
        for (case, field, variant) in [
            (Case::AsIs, "last_seen_at", "LastSeenAt"),
            (Case::Lower, "last_seen_at", "lastseenat"),
            (Case::Upper, "LAST_SEEN_AT", "LASTSEENAT"),
            (Case::Pascal, "LastSeenAt", "LastSeenAt"),
            (Case::Camel, "lastSeenAt", "lastSeenAt"),
            (Case::Snake, "last_seen_at", "last_seen_at"),
            (Case::ScreamingSnake, "LAST_SEEN_AT", "LAST_SEEN_AT"),
            (Case::Kebab, "last-seen-at", "last-seen-at"),
            (Case::ScreamingKebab, "LAST-SEEN-AT", "LAST-SEEN-AT"),
        ] {
            assert_eq!(case.of_field("last_seen_at"), field, "{case:?}");
            assert_eq!(case.of_variant("LastSeenAt"), variant, "{case:?}");
        }
    }
}
