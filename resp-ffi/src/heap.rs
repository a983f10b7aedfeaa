//! Objects on the heap that C holds by a pointer.

use core::alloc::Layout;
use core::ptr::NonNull;
use std::alloc::alloc;

/// Moves `object` to the heap; NULL where there is no memory, unlike
/// `Box::new`, which aborts.
pub(crate) fn give<T>(object: T) -> *mut T {
    const { assert!(size_of::<T>() > 0) };
    // SAFETY: the layout is not empty.
    let place = unsafe { alloc(Layout::new::<T>()) }.cast::<T>();
    if let Some(place) = NonNull::new(place) {
        // SAFETY: it is fresh memory of the size and alignment of `T`.
        unsafe { place.write(object) };
    }
    place
}

/// Drops what [`give`] returned; nothing for NULL.
///
/// # Safety
/// `object` is NULL or came from [`give`], and is not used any more.
pub(crate) unsafe fn take_back<T>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: a box uses the global allocator with the layout of `T`, as
        // `give` did, and by contract this is the only owner.
        drop(unsafe { Box::from_raw(object) });
    }
}
