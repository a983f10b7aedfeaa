//! The derive of `ToArgs`, and of `ToPairs` where the fields have names.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Data, DeriveInput, Error, Fields, FieldsNamed, FieldsUnnamed, Index, Result};

use crate::attributes::{Container, FieldAttributes, Home, Name};
use crate::generics::{bound_types, site};

pub(crate) fn expand(input: &DeriveInput, home: Home) -> Result<TokenStream> {
    let container = Container::parse(&input.attrs, home)?;
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => named(&container, input, fields),
            Fields::Unnamed(fields) => unnamed(&container, input, fields),
            Fields::Unit => Err(Error::new(input.ident.span(), "a struct without fields has no arguments")),
        },
        Data::Enum(_) | Data::Union(_) => Err(Error::new(
            input.ident.span(),
            "`ToArgs` can be derived for structs; an enum without data is one argument: derive `ToArg`",
        )),
    }
}

/// Name, value, name, value and so on.
fn named(container: &Container, input: &DeriveInput, fields: &FieldsNamed) -> Result<TokenStream> {
    let core = &container.core;
    let (mut names, mut visits, mut types) = (Vec::new(), Vec::new(), Vec::new());
    for field in &fields.named {
        let attributes = FieldAttributes::parse(field)?;
        if attributes.skip {
            continue;
        }
        let ident = field.ident.as_ref().expect("it is a named field");
        let name = container.field_name(ident, &attributes);
        let text = &name.text;
        visits.push(quote_spanned! {site(&field.ty)=>
            #core::__derive::FieldValue::visit_field(&self.#ident, #text, visit);
        });
        types.push(&field.ty);
        names.push(name);
    }
    Name::check_distinct(&names)?;
    let generics = bound_types(&input.generics, types, &quote!(#core::__derive::FieldValue));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics #core::ToPairs for #ident #type_generics #where_clause {
            fn each_arg(&self, visit: &mut dyn ::core::ops::FnMut(#core::Arg<'_>)) {
                #(#visits)*
            }
        }

        #[automatically_derived]
        impl #impl_generics #core::ToArgs for #ident #type_generics #where_clause {
            fn each_arg(&self, visit: &mut dyn ::core::ops::FnMut(#core::Arg<'_>)) {
                #core::ToPairs::each_arg(self, visit);
            }
        }
    })
}

/// The values in order.
fn unnamed(container: &Container, input: &DeriveInput, fields: &FieldsUnnamed) -> Result<TokenStream> {
    let core = &container.core;
    fields.unnamed.iter().try_for_each(FieldAttributes::refuse_on_unnamed)?;
    let visits = fields.unnamed.iter().enumerate().map(|(index, field)| {
        let index = Index::from(index);
        quote_spanned!(site(&field.ty)=> #core::ToArgs::each_arg(&self.#index, visit);)
    });
    let types = fields.unnamed.iter().map(|field| &field.ty);
    let generics = bound_types(&input.generics, types, &quote!(#core::ToArgs));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics #core::ToArgs for #ident #type_generics #where_clause {
            fn each_arg(&self, visit: &mut dyn ::core::ops::FnMut(#core::Arg<'_>)) {
                #(#visits)*
            }
        }
    })
}
