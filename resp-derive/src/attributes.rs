//! What stands in `#[resp(..)]`.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, Field, Ident, LitStr, Path, Result, Type, Variant};

use crate::case::Case;

/// The crate through which the user reaches the macro.
#[derive(Clone, Copy)]
pub(crate) enum Home {
    Core,
    Net,
}

/// The attributes of a type.
pub(crate) struct Container {
    /// The path of `resp-core`.
    pub(crate) core: TokenStream,
    case: Case,
}

/// The attributes of a field.
pub(crate) struct FieldAttributes {
    rename: Option<LitStr>,
    pub(crate) default: bool,
    pub(crate) skip: bool,
    pub(crate) with: Option<Type>,
}

/// A name on the wire, and where to complain about it.
pub(crate) struct Name {
    pub(crate) text: String,
    span: Span,
}

impl Container {
    pub(crate) fn parse(attributes: &[Attribute], home: Home) -> Result<Self> {
        let core = match home {
            Home::Core => quote!(::resp_core),
            Home::Net => quote!(::resp_net::resp_core),
        };
        let mut container = Self { core, case: Case::AsIs };
        each(attributes, |meta| {
            if meta.path.is_ident("rename_all") {
                container.case = Case::parse(&meta.value()?.parse()?)?;
            } else if meta.path.is_ident("crate") {
                let path: Path = meta.value()?.parse::<LitStr>()?.parse()?;
                container.core = quote!(#path);
            } else {
                return Err(meta.error("a type takes `rename_all` and `crate`"));
            }
            Ok(())
        })?;
        Ok(container)
    }

    /// The name of a field on the wire.
    pub(crate) fn field_name(&self, ident: &Ident, attributes: &FieldAttributes) -> Name {
        self.name(ident, attributes.rename.as_ref(), Case::of_field)
    }

    /// The name of a variant on the wire.
    pub(crate) fn variant_name(&self, variant: &Variant) -> Result<Name> {
        let mut rename = None;
        each(&variant.attrs, |meta| {
            if !meta.path.is_ident("rename") {
                return Err(meta.error("a variant takes `rename`"));
            }
            rename = Some(meta.value()?.parse::<LitStr>()?);
            Ok(())
        })?;
        Ok(self.name(&variant.ident, rename.as_ref(), Case::of_variant))
    }

    fn name(&self, ident: &Ident, rename: Option<&LitStr>, cased: impl Fn(Case, &str) -> String) -> Name {
        match rename {
            Some(name) => Name { text: name.value(), span: name.span() },
            None => Name { text: cased(self.case, &ident.unraw().to_string()), span: ident.span() },
        }
    }
}

impl FieldAttributes {
    pub(crate) fn parse(field: &Field) -> Result<Self> {
        let mut found = Self { rename: None, default: false, skip: false, with: None };
        each(&field.attrs, |meta| {
            if meta.path.is_ident("rename") {
                found.rename = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("default") {
                found.default = true;
            } else if meta.path.is_ident("skip") {
                found.skip = true;
            } else if meta.path.is_ident("with") {
                found.with = Some(meta.value()?.parse()?);
            } else {
                return Err(meta.error("a field takes `rename`, `default`, `skip` and `with`"));
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Refuses what has no meaning for a field without a name.
    pub(crate) fn refuse_on_unnamed(field: &Field) -> Result<()> {
        each(&field.attrs, |meta| Err(meta.error("the fields of a tuple struct take no attributes")))
    }
}

impl Name {
    /// Refuses names that stand for two things.
    pub(crate) fn check_distinct<'n>(names: impl IntoIterator<Item = &'n Self>) -> Result<()> {
        let mut seen = std::collections::HashSet::new();
        for name in names {
            if !seen.insert(&name.text) {
                return Err(Error::new(name.span, format!("the name `{}` is taken", name.text)));
            }
        }
        Ok(())
    }
}

fn each(attributes: &[Attribute], mut visit: impl FnMut(ParseNestedMeta<'_>) -> Result<()>) -> Result<()> {
    let ours = attributes.iter().filter(|attribute| attribute.path().is_ident("resp"));
    ours.into_iter().try_for_each(|attribute| attribute.parse_nested_meta(&mut visit))
}
