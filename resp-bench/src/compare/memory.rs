//! Memory that is freed stays with the process. By default, the C library's
//! allocator gives the top of its heap back when some hundred KiB of it are
//! free, or some MiB, by what the process freed before: a client of replies of
//! 64 KiB has pages made anew for each of them, or for none, and differs
//! threefold from one round to the next.

/// Has the allocator keep what is freed, for all contestants alike: what a
/// reader is to be told of it.
#[cfg(all(feature = "peers", target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code, reason = "a function of the C library")]
pub(super) fn keep_freed() -> &'static str {
    // Bytes that no contestant of any cell has free at once.
    const PLENTY: core::ffi::c_int = 256 << 20;
    // The largest that the allocator takes; what is larger is mapped each time.
    const LARGEST_MAPPED: core::ffi::c_int = 32 << 20;
    // SAFETY: takes two numbers, and its own lock.
    let kept = unsafe {
        libc::mallopt(libc::M_TRIM_THRESHOLD, PLENTY) == 1
            && libc::mallopt(libc::M_MMAP_THRESHOLD, LARGEST_MAPPED) == 1
    };
    if kept { "kept by the process (mallopt)" } else { AS_IT_IS }
}

#[cfg(not(all(feature = "peers", target_os = "linux", target_env = "gnu")))]
pub(super) const fn keep_freed() -> &'static str {
    AS_IT_IS
}

const AS_IT_IS: &str = "as the allocator does";
