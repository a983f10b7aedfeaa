//! Replies that live on their own.

use core::ptr;

use crate::heap;
use crate::value::Value;

/// A value that lives on its own, apart from any reader.
///
/// It never changes: it may go to another thread, and several may read it at
/// once.
#[derive(Debug)]
pub struct Reply(resp_core::Reply);

const _: () = {
    const fn moves_and_is_shared<T: Send + Sync>() {}
    moves_and_is_shared::<Reply>();
};

/// Copies a value and all it holds to memory of its own, to be freed with
/// resp_reply_free(): a few allocations, whatever it holds. NULL if
/// value is NULL, RESP_KIND_NONE or RESP_KIND_CHUNK.
///
/// Where there is no memory for the copy the process is aborted.
///
/// # Safety
/// value is NULL or points to a value that is still valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reply_detach(value: Option<&Value>) -> *mut Reply {
    // SAFETY: by contract the value came from this library and is still valid.
    match value.and_then(|value| unsafe { value.frame() }) {
        Some(frame) => heap::give(Reply(frame.to_reply())),
        None => ptr::null_mut(),
    }
}

/// The value of a detached reply, valid until that is freed. RESP_KIND_NONE
/// for NULL.
///
/// # Safety
/// reply is NULL or came from resp_reply_detach() and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reply_value(reply: Option<&Reply>) -> Value {
    let mut value = Value::NONE;
    if let Some(reply) = reply {
        value.set(reply.0.frame());
    }
    value
}

/// Frees a detached reply. Nothing for NULL.
///
/// # Safety
/// reply is NULL or came from resp_reply_detach() and is not freed; it and its
/// values are not used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reply_free(reply: *mut Reply) {
    // SAFETY: the contract is the same.
    unsafe { heap::take_back(reply) };
}
