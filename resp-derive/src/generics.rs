//! Where generated code points at in errors, and the bounds that it adds to a
//! type's own.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Generics, Ident, Type, parse_quote};

/// The place of a field's type, for names that mean what they mean elsewhere in
/// the generated code, whichever macro wrote the type.
pub(crate) fn site(of_field: &Type) -> Span {
    Span::call_site().located_at(of_field.span())
}

/// The type's generics, with `bound` on each of its parameters that one of
/// `types` speaks of.
pub(crate) fn bound_parameters<'t>(
    generics: &Generics,
    types: impl IntoIterator<Item = &'t Type>,
    bound: impl Fn(&Ident) -> TokenStream,
) -> Generics {
    let spoken_of: TokenStream = types.into_iter().map(ToTokens::to_token_stream).collect();
    let mut bounded = generics.clone();
    for parameter in generics.type_params().map(|parameter| &parameter.ident) {
        if mentions(spoken_of.clone(), parameter) {
            let bound = bound(parameter);
            bounded.make_where_clause().predicates.push(parse_quote!(#parameter: #bound));
        }
    }
    bounded
}

/// The type's generics, with `bound` on each of `types` that speaks of one of
/// its parameters.
pub(crate) fn bound_types<'t>(
    generics: &Generics,
    types: impl IntoIterator<Item = &'t Type>,
    bound: &TokenStream,
) -> Generics {
    let mut bounded = generics.clone();
    for of_field in types {
        if generics.type_params().any(|parameter| mentions(quote!(#of_field), &parameter.ident)) {
            bounded.make_where_clause().predicates.push(parse_quote!(#of_field: #bound));
        }
    }
    bounded
}

fn mentions(tokens: TokenStream, parameter: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *parameter,
        TokenTree::Group(group) => mentions(group.stream(), parameter),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
