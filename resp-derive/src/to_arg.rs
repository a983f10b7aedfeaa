//! The derive of `ToArg`.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Result};

use crate::attributes::{Container, FieldAttributes, Home, Name};
use crate::generics::{bound_types, site};

pub(crate) fn expand(input: &DeriveInput, home: Home) -> Result<TokenStream> {
    let container = Container::parse(&input.attrs, home)?;
    let core = &container.core;
    let (generics, body) = match &input.data {
        Data::Enum(data) => (input.generics.clone(), name_of_variant(&container, input, data)?),
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let field = &fields.unnamed[0];
                FieldAttributes::refuse_on_unnamed(field)?;
                let generics = bound_types(&input.generics, [&field.ty], &quote!(#core::ToArg));
                (generics, quote_spanned!(site(&field.ty)=> #core::ToArg::to_arg(&self.0)))
            }
            _ => return Err(Error::new(input.ident.span(), NOT_ONE)),
        },
        Data::Union(_) => return Err(Error::new(input.ident.span(), NOT_ONE)),
    };
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics #core::ToArg for #ident #type_generics #where_clause {
            fn to_arg(&self) -> #core::Arg<'_> {
                #body
            }
        }

        #[automatically_derived]
        impl #impl_generics #core::ToArgs for #ident #type_generics #where_clause {
            fn each_arg(&self, visit: &mut dyn ::core::ops::FnMut(#core::Arg<'_>)) {
                visit(#core::ToArg::to_arg(self));
            }
        }
    })
}

const NOT_ONE: &str = "only tuple structs of one field and enums without data are one argument; \
                       a struct of several fields can be arguments: derive `ToArgs`";

fn name_of_variant(container: &Container, input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let core = &container.core;
    let names = variant_names(container, input, data)?;
    let arms = data.variants.iter().zip(&names).map(|(variant, name)| {
        let (ident, bytes) = (&variant.ident, Literal::byte_string(name.text.as_bytes()));
        quote!(Self::#ident => #bytes,)
    });
    Ok(quote! {
        #core::Arg::bytes(match self {
            #(#arms)*
        })
    })
}

/// The names of variants without data.
pub(crate) fn variant_names(
    container: &Container,
    input: &DeriveInput,
    data: &DataEnum,
) -> Result<Vec<Name>> {
    if data.variants.is_empty() {
        return Err(Error::new(input.ident.span(), "an enum without variants has no text"));
    }
    let names: Vec<_> = data
        .variants
        .iter()
        .map(|variant| match variant.fields {
            Fields::Unit => container.variant_name(variant),
            _ => Err(Error::new(variant.span(), "a variant with data is more than its name")),
        })
        .collect::<Result<_>>()?;
    Name::check_distinct(&names)?;
    Ok(names)
}
