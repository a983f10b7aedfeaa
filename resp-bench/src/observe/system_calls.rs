//! Counts the system calls that read, write and wait.
//!
//! The functions of the C library through which the standard library and mio
//! call the system are defined here once more. The linker prefers these, which
//! count and then do the same. So every client is counted alike, without a
//! tracer that would slow down what it watches.

use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

static CALLS: AtomicU64 = AtomicU64::new(0);

/// Calls of this process so far; `None` where they are not counted:
/// without the feature `peers`, which brings the signatures, and off Linux.
pub(super) fn count() -> Option<u64> {
    cfg!(all(feature = "peers", target_os = "linux")).then(|| CALLS.load(Relaxed))
}

#[cfg(all(feature = "peers", target_os = "linux"))]
#[allow(unsafe_code, reason = "functions of the C library are unsafe to define and to call")]
mod counting {
    use super::{CALLS, Relaxed};
    use core::ffi::{c_int, c_long, c_void};
    use core::ptr;
    use libc::{epoll_event, iovec, size_t, ssize_t};

    /// The kernel's size of a set of signals.
    const SIGNAL_SET: size_t = 8;

    fn counted(result: c_long) -> ssize_t {
        CALLS.fetch_add(1, Relaxed);
        ssize_t::try_from(result).unwrap_or(-1)
    }

    // SAFETY, of all below: name and signature are the C library's, and so is
    // what is done; the caller's promises are handed on to the system.

    #[unsafe(no_mangle)]
    unsafe extern "C" fn read(file: c_int, buffer: *mut c_void, len: size_t) -> ssize_t {
        // SAFETY: as above.
        counted(unsafe { libc::syscall(libc::SYS_read, file, buffer, len) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn write(file: c_int, buffer: *const c_void, len: size_t) -> ssize_t {
        // SAFETY: as above.
        counted(unsafe { libc::syscall(libc::SYS_write, file, buffer, len) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn readv(file: c_int, buffers: *const iovec, count: c_int) -> ssize_t {
        // SAFETY: as above.
        counted(unsafe { libc::syscall(libc::SYS_readv, file, buffers, count) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn writev(file: c_int, buffers: *const iovec, count: c_int) -> ssize_t {
        // SAFETY: as above.
        counted(unsafe { libc::syscall(libc::SYS_writev, file, buffers, count) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn recv(socket: c_int, buffer: *mut c_void, len: size_t, flags: c_int) -> ssize_t {
        let nobody = ptr::null_mut::<c_void>();
        // SAFETY: as above.
        counted(unsafe { libc::syscall(libc::SYS_recvfrom, socket, buffer, len, flags, nobody, nobody) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn send(socket: c_int, buffer: *const c_void, len: size_t, flags: c_int) -> ssize_t {
        let nobody = ptr::null_mut::<c_void>();
        // SAFETY: as above; there is no address, so its length is zero.
        counted(unsafe { libc::syscall(libc::SYS_sendto, socket, buffer, len, flags, nobody, 0_usize) })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn epoll_wait(
        poll: c_int,
        events: *mut epoll_event,
        max: c_int,
        millis: c_int,
    ) -> c_int {
        let none = ptr::null::<c_void>();
        // SAFETY: as above; without signals it is the same call.
        let result =
            unsafe { libc::syscall(libc::SYS_epoll_pwait, poll, events, max, millis, none, SIGNAL_SET) };
        c_int::try_from(counted(result)).unwrap_or(-1)
    }
}

#[cfg(all(test, feature = "peers", target_os = "linux"))]
mod tests {
    use super::count;
    use std::io::{Read, Write};

    #[test]
    fn what_the_standard_library_does_is_counted() {
        let (mut one, mut other) = std::os::unix::net::UnixStream::pair().unwrap();
        let before = count().unwrap();
        one.write_all(b"ping").unwrap();
        other.read_exact(&mut [0; 4]).unwrap();
        assert!(count().unwrap() >= before + 2);
    }
}
