// error: E0599 no method named `nx`
blocking.set("k", "v").xx().get().nx().call()?;
