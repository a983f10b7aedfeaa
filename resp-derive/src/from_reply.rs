//! The derive of `FromReply`.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, FieldsNamed, FieldsUnnamed, Generics, Result, Type};

use crate::attributes::{Container, FieldAttributes, Home, Name};
use crate::generics::{bound_parameters, site};
use crate::to_arg::variant_names;

pub(crate) fn expand(input: &DeriveInput, home: Home) -> Result<TokenStream> {
    let container = Container::parse(&input.attrs, home)?;
    let core = &container.core;
    let (generics, body) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => named(&container, &input.generics, fields)?,
            Fields::Unnamed(fields) => unnamed(&container, &input.generics, fields)?,
            Fields::Unit => return Err(Error::new(input.ident.span(), NO_FIELDS)),
        },
        Data::Enum(data) => (input.generics.clone(), from_name(&container, input, data)?),
        Data::Union(_) => return Err(Error::new(input.ident.span(), NO_UNIONS)),
    };
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics #core::FromReply for #ident #type_generics #where_clause {
            type Out = Self;

            #body
        }

        // The fields say themselves what their strings are.
        #[automatically_derived]
        impl #impl_generics #core::HasStrings for #ident #type_generics #where_clause {
            type Text = Self;
            type Lossy = Self;
            type With<__Value> = __Value;
        }
    })
}

const NO_FIELDS: &str = "a struct without fields is made from no reply";
const NO_UNIONS: &str = "a reply does not tell which field of a union it is";
const TOO_MANY: &str = "at most 12 fields without names can be read";

/// Each field from the pair of its name.
fn named(
    container: &Container,
    generics: &Generics,
    fields: &FieldsNamed,
) -> Result<(Generics, TokenStream)> {
    let core = &container.core;
    let mut names = Vec::new();
    let (mut slots, mut arms, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let (mut read, mut defaulted) = (Vec::new(), Vec::new());
    for (index, field) in fields.named.iter().enumerate() {
        let attributes = FieldAttributes::parse(field)?;
        let (ident, field_type) = (&field.ident, &field.ty);
        if attributes.default || attributes.skip {
            defaulted.push(field_type);
        }
        if attributes.skip {
            values.push(quote!(#ident: ::core::default::Default::default()));
            continue;
        }
        let source = attributes.with.as_ref().unwrap_or(field_type);
        read.push(source.clone());
        let name = container.field_name(ident.as_ref().expect("it is a named field"), &attributes);
        let (slot, text) = (format_ident!("field_{index}"), &name.text);
        let bytes = Literal::byte_string(text.as_bytes());
        slots
            .push(quote!(let mut #slot: ::core::option::Option<#field_type> = ::core::option::Option::None;));
        arms.push(quote_spanned! {site(source)=>
            #bytes => #slot = ::core::option::Option::Some(#core::__derive::field::<#source>(#text, value)?),
        });
        values.push(match attributes.default {
            true => quote!(#ident: #slot.unwrap_or_default()),
            false => {
                quote_spanned!(site(source)=> #ident: #core::__derive::required::<#source>(#text, #slot)?)
            }
        });
        names.push(name);
    }
    Name::check_distinct(&names)?;
    let generics = readable(container, generics, &read);
    let generics = bound_parameters(&generics, defaulted, |_| quote!(::core::default::Default));
    let body = quote! {
        fn from_reply(frame: #core::Frame<'_>) -> ::core::result::Result<Self, #core::ConvertError> {
            #(#slots)*
            #core::__derive::each_field(#core::__derive::bounded(frame)?, |name, value| {
                match name {
                    #(#arms)*
                    _ => {}
                }
                ::core::result::Result::Ok(())
            })?;
            ::core::result::Result::Ok(Self { #(#values),* })
        }
    };
    Ok((generics, body))
}

/// One field from what it is made from, several from an array.
fn unnamed(
    container: &Container,
    generics: &Generics,
    fields: &FieldsUnnamed,
) -> Result<(Generics, TokenStream)> {
    let core = &container.core;
    fields.unnamed.iter().try_for_each(FieldAttributes::refuse_on_unnamed)?;
    let types: Vec<Type> = fields.unnamed.iter().map(|field| field.ty.clone()).collect();
    let body = match &types[..] {
        [] => return Err(Error::new(fields.span(), NO_FIELDS)),
        [only] => quote_spanned! {site(only)=>
            fn from_reply(frame: #core::Frame<'_>) -> ::core::result::Result<Self, #core::ConvertError> {
                <#only as #core::FromReply>::from_reply(#core::__derive::bounded(frame)?).map(Self)
            }

            fn from_owned(reply: #core::Reply) -> ::core::result::Result<Self, #core::ConvertError> {
                <#only as #core::FromReply>::from_owned(reply).map(Self)
            }

            fn absent() -> ::core::option::Option<Self> {
                <#only as #core::FromReply>::absent().map(Self)
            }
        },
        _ if types.len() > 12 => return Err(Error::new(fields.unnamed[12].span(), TOO_MANY)),
        _ => {
            let slots: Vec<_> = (0..types.len()).map(|index| format_ident!("field_{index}")).collect();
            quote! {
                fn from_reply(frame: #core::Frame<'_>) -> ::core::result::Result<Self, #core::ConvertError> {
                    let (#(#slots),*) = <(#(#types),*) as #core::FromReply>::from_reply(#core::__derive::bounded(frame)?)?;
                    ::core::result::Result::Ok(Self(#(#slots),*))
                }
            }
        }
    };
    Ok((readable(container, generics, &types), body))
}

/// A variant from the text of its name.
fn from_name(container: &Container, input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let core = &container.core;
    let names = variant_names(container, input, data)?;
    let arms = data.variants.iter().zip(&names).map(|(variant, name)| {
        let (ident, bytes) = (&variant.ident, Literal::byte_string(name.text.as_bytes()));
        quote!(#bytes => ::core::result::Result::Ok(Self::#ident),)
    });
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", name.text)).collect();
    let expected = match &quoted[..] {
        [only] => only.clone(),
        several => format!("one of {}", several.join(", ")),
    };
    Ok(quote! {
        fn from_reply(frame: #core::Frame<'_>) -> ::core::result::Result<Self, #core::ConvertError> {
            #core::__derive::with_name(frame, |name| match name {
                #(#arms)*
                _ => ::core::result::Result::Err(#core::ConvertError::text(#expected)),
            })
        }
    })
}

/// Type parameters have to be readable, and as themselves.
fn readable(container: &Container, generics: &Generics, types: &[Type]) -> Generics {
    let core = &container.core;
    bound_parameters(generics, types, |parameter| quote!(#core::FromReply<Out = #parameter>))
}
