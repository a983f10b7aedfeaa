//! What an index is made of.

use super::{Words, writes_words};
use crate::convert::ToArg;

/// The fields of an index.
///
/// ```
/// use resp_core::cmd::{self, NumericField, Schema, TagField, TextField};
///
/// let schema = Schema::new()
///     .field(TextField::new("title").weight(5.0).sortable())
///     .field(TagField::new("genre").separator(';'))
///     .field(NumericField::new("year").sortable());
/// let create = cmd::ft_create("books", schema).prefix("book:");
/// let more = cmd::ft_alter("books", TagField::new("language"));
/// # let _ = (create, more);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Schema(Words);

impl Schema {
    /// No fields yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field, or those of another schema.
    pub fn field(self, field: impl Into<Self>) -> Self {
        Self(self.0.with_all(&field.into().0))
    }
}

writes_words!(Schema);

/// The words of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldWords {
    name: Words,
    /// The type and its own options.
    pub(super) kind: Words,
    /// Settings that come with their number, of vectors.
    pub(super) settings: Words,
    /// Options that fields of several types have.
    pub(super) common: Words,
}

impl FieldWords {
    pub(super) fn new(name: impl ToArg, kind: &[&str]) -> Self {
        Self {
            name: Words::default().with(name),
            kind: Words::default().with_all(&kind),
            settings: Words::default(),
            common: Words::default(),
        }
    }

    pub(super) fn alias(&mut self, alias: impl ToArg) {
        self.name.push("AS");
        self.name.push(alias);
    }
}

impl From<FieldWords> for Schema {
    fn from(field: FieldWords) -> Self {
        let mut words = field.name.with_all(&field.kind);
        if !field.settings.is_empty() {
            words = words.with_counted(&field.settings);
        }
        Self(words.with_all(&field.common))
    }
}

/// A type of field, with what all types have.
macro_rules! field {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[must_use]
        pub struct $name($crate::commands::custom::search::schema::FieldWords);

        impl $name {
            /// The name that queries use, such as of a JSON path.
            pub fn alias(mut self, name: impl $crate::convert::ToArg) -> Self {
                self.0.alias(name);
                self
            }

            /// Lets queries find documents that lack it. Since RediSearch 2.10.
            pub fn index_missing(mut self) -> Self {
                self.0.common.push("INDEXMISSING");
                self
            }
        }

        impl From<$name> for $crate::commands::custom::search::Schema {
            fn from(field: $name) -> Self {
                field.0.into()
            }
        }
    };
    ($(#[$about:meta])* $name:ident $word:literal) => {
        field! { $(#[$about])* $name }

        impl $name {
            /// The field of this name, or at this path of a JSON document.
            pub fn new(name: impl ToArg) -> Self {
                Self(FieldWords::new(name, &[$word]))
            }
        }
    };
}
pub(super) use field;

/// Options of a type: each pushes these words.
macro_rules! options {
    ($type:ident $part:ident { $($(#[$about:meta])* $name:ident($($arg:ident: $kind:ty)?) $($word:literal)*;)* }) => {
        impl $type {$(
            $(#[$about])*
            pub fn $name(mut self $(, $arg: $kind)?) -> Self {
                $(self.0.$part.push($word);)*
                $(self.0.$part.push($arg);)?
                self
            }
        )*}
    };
}
pub(super) use options;

macro_rules! sortable {
    ($($type:ident)*) => {$(
        options! { $type common {
            /// Keeps the values at hand, so that results are sorted and grouped
            /// by them fast. Texts are kept in lower case and without accents.
            sortable() "SORTABLE";
            /// The same, with texts kept as they are.
            sortable_as_is() "SORTABLE" "UNF";
            /// Is not searched in, only sorted by.
            no_index() "NOINDEX";
        } }
    )*};
}

field! {
    /// Text, searched by its words.
    ///
    /// ```
    /// use resp_core::cmd::TextField;
    ///
    /// let title = TextField::new("$.title").alias("title").weight(2.5).no_stem();
    /// # let _ = title;
    /// ```
    TextField "TEXT"
}

options! { TextField kind {
    /// Takes words as they are, not by their stems, as for names.
    no_stem() "NOSTEM";
    /// How much it counts, against 1 of others.
    weight(weight: f64) "WEIGHT";
    /// Finds words that sound alike: `dm:en`, `dm:fr`, `dm:pt` or `dm:es`.
    phonetic(matcher: impl ToArg) "PHONETIC";
    /// Makes `*word` and `*word*` fast, for more memory.
    with_suffix_trie() "WITHSUFFIXTRIE";
    /// Lets queries find empty texts. Since RediSearch 2.10.
    index_empty() "INDEXEMPTY";
} }

field! {
    /// Tags, found as a whole: any number of them in one text.
    ///
    /// ```
    /// use resp_core::cmd::TagField;
    ///
    /// let genres = TagField::new("genre").separator(';').case_sensitive();
    /// # let _ = genres;
    /// ```
    TagField "TAG"
}

options! { TagField kind {
    /// Tells upper and lower case apart.
    case_sensitive() "CASESENSITIVE";
    /// Makes `*tag` and `*tag*` fast, for more memory.
    with_suffix_trie() "WITHSUFFIXTRIE";
    /// Lets queries find empty tags. Since RediSearch 2.10.
    index_empty() "INDEXEMPTY";
} }

impl TagField {
    /// The character between tags. Default: a comma.
    pub fn separator(mut self, separator: char) -> Self {
        self.0.kind.push("SEPARATOR");
        self.0.kind.push(&*separator.encode_utf8(&mut [0; 4]));
        self
    }
}

field! {
    /// Numbers, found by ranges.
    ///
    /// ```
    /// use resp_core::cmd::NumericField;
    ///
    /// let year = NumericField::new("year").sortable();
    /// # let _ = year;
    /// ```
    NumericField "NUMERIC"
}

field! {
    /// Places, found by their distance from one: longitude and latitude with a
    /// comma between.
    ///
    /// ```
    /// use resp_core::cmd::GeoField;
    ///
    /// let shop = GeoField::new("shop").index_missing();
    /// # let _ = shop;
    /// ```
    GeoField "GEO"
}

field! {
    /// Points and polygons in WKT notation, found by how they lie.
    ///
    /// ```
    /// use resp_core::cmd::GeoShapeField;
    ///
    /// let area = GeoShapeField::new("area").flat();
    /// # let _ = area;
    /// ```
    GeoShapeField "GEOSHAPE"
}

options! { GeoShapeField kind {
    /// On a plane.
    flat() "FLAT";
    /// On the globe: longitudes and latitudes. The default.
    spherical() "SPHERICAL";
} }

sortable! { TextField TagField NumericField GeoField }
