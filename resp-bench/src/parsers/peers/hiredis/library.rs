//! hiredis' reader behind functions that are safe to call. All unsafe code of
//! the comparison is here.
//!
//! INVARIANT: the declarations are those of hiredis 1.x, whose public structs
//! have not changed since 1.0; the build script takes no other.
#![allow(unsafe_code, reason = "hiredis is written in C")]

use crate::parsers::parser::Refused;
use crate::parsers::tally::Tally;
use core::ffi::{c_char, c_double, c_int, c_longlong, c_void};
use core::ptr::{NonNull, null_mut};
use core::sync::atomic::{AtomicPtr, AtomicU64, Ordering::Relaxed};

const OK: c_int = 0;

// hiredis' REDIS_REPLY_ constants.
const STRING: c_int = 1;
const ARRAY: c_int = 2;
const INTEGER: c_int = 3;
const NIL: c_int = 4;
const STATUS: c_int = 5;
const ERROR: c_int = 6;
const DOUBLE: c_int = 7;
const BOOLEAN: c_int = 8;
const MAP: c_int = 9;
const SET: c_int = 10;
const ATTRIBUTE: c_int = 11;
const PUSH: c_int = 12;

/// `redisReply`.
#[repr(C)]
struct Reply {
    kind: c_int,
    integer: c_longlong,
    double: c_double,
    len: usize,
    text: *const c_char,
    verbatim_format: [c_char; 4],
    element_count: usize,
    elements: *const *const Self,
}

/// The beginning of `redisReadTask`, which is only ever pointed to.
#[repr(C)]
struct Task {
    kind: c_int,
}

/// `redisReplyObjectFunctions`.
#[repr(C)]
struct Callbacks {
    string: extern "C" fn(&Task, *const c_char, usize) -> *mut c_void,
    array: extern "C" fn(&Task, usize) -> *mut c_void,
    integer: extern "C" fn(&Task, c_longlong) -> *mut c_void,
    double: extern "C" fn(&Task, c_double, *const c_char, usize) -> *mut c_void,
    nil: extern "C" fn(&Task) -> *mut c_void,
    boolean: extern "C" fn(&Task, c_int) -> *mut c_void,
    free: Option<extern "C" fn(*mut c_void)>,
}

/// `hiredisAllocFuncs`.
#[repr(C)]
#[derive(Clone, Copy)]
struct Allocator {
    malloc: unsafe extern "C" fn(usize) -> *mut c_void,
    calloc: unsafe extern "C" fn(usize, usize) -> *mut c_void,
    realloc: unsafe extern "C" fn(*mut c_void, usize) -> *mut c_void,
    strdup: unsafe extern "C" fn(*const c_char) -> *mut c_char,
    free: unsafe extern "C" fn(*mut c_void),
}

/// `redisReader`, of which no field is used here.
#[repr(C)]
struct Opaque {
    _private: [u8; 0],
}

unsafe extern "C" {
    fn redisReaderCreate() -> *mut Opaque;
    fn redisReaderCreateWithFunctions(callbacks: *const Callbacks) -> *mut Opaque;
    fn redisReaderFree(reader: *mut Opaque);
    fn redisReaderFeed(reader: *mut Opaque, bytes: *const c_char, len: usize) -> c_int;
    fn redisReaderGetReply(reader: *mut Opaque, reply: *mut *mut c_void) -> c_int;
    fn freeReplyObject(reply: *mut c_void);
    fn redisFormatCommandArgv(
        target: *mut *mut c_char,
        count: c_int,
        arguments: *const *const c_char,
        lens: *const usize,
    ) -> c_longlong;
    fn redisFreeCommand(command: *mut c_char);
    fn hiredisSetAllocators(allocator: *const Allocator) -> Allocator;
    fn hiredisResetAllocators();

    fn malloc(size: usize) -> *mut c_void;
    fn calloc(count: usize, size: usize) -> *mut c_void;
    fn realloc(memory: *mut c_void, size: usize) -> *mut c_void;
    fn strdup(text: *const c_char) -> *mut c_char;
    fn free(memory: *mut c_void);
}

/// Turns bytes into replies and visits each once.
#[derive(Debug)]
pub(super) struct Reader {
    reader: NonNull<Opaque>,
    calls: bool,
}

impl Reader {
    /// One that builds reply objects, or with `calls` one that visits values
    /// in its callbacks.
    ///
    /// # Panics
    /// If there is no memory.
    pub(super) fn new(calls: bool) -> Self {
        // SAFETY: the callbacks live for ever, and hiredis does not write to them.
        let reader = unsafe {
            if calls { redisReaderCreateWithFunctions(&raw const CALLBACKS) } else { redisReaderCreate() }
        };
        Self { reader: NonNull::new(reader).expect("there is memory for a reader"), calls }
    }

    /// Appends to what is to be read.
    ///
    /// # Errors
    /// The reader has failed before.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        // SAFETY: the reader is alive, and copies `len` readable bytes.
        let status = unsafe { redisReaderFeed(self.reader.as_ptr(), bytes.as_ptr().cast(), bytes.len()) };
        if status == OK { Ok(()) } else { Err(Refused) }
    }

    /// Visits the next reply; `false` if there is no complete one.
    ///
    /// # Errors
    /// hiredis takes the bytes for wrong.
    pub(super) fn visit_reply(&mut self, tally: &mut Tally) -> Result<bool, Refused> {
        let mut reply = null_mut();
        VISITED.store(if self.calls { tally } else { null_mut() }, Relaxed);
        // SAFETY: the reader is alive. The callbacks run within this call only,
        // while `tally` is borrowed, and on this thread.
        let status = unsafe { redisReaderGetReply(self.reader.as_ptr(), &raw mut reply) };
        if status != OK {
            return Err(Refused);
        }
        if reply.is_null() {
            return Ok(false);
        }
        if !self.calls {
            // SAFETY: without callbacks it is a reply object that is now ours;
            // it is freed once, after its last use.
            unsafe {
                visit(&*reply.cast(), tally);
                freeReplyObject(reply);
            }
        }
        Ok(true)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // SAFETY: it is alive, and nobody uses it after this.
        unsafe { redisReaderFree(self.reader.as_ptr()) };
    }
}

/// # Safety
/// `reply` and all it points to is as hiredis has made it.
unsafe fn visit(reply: &Reply, tally: &mut Tally) {
    match reply.kind {
        INTEGER => tally.integer(reply.integer),
        NIL => tally.null(),
        DOUBLE => tally.double(reply.double),
        BOOLEAN => tally.boolean(reply.integer != 0),
        ARRAY | SET | PUSH | MAP | ATTRIBUTE => {
            tally.aggregate(visible_len(reply.kind, reply.element_count));
            for index in 0..reply.element_count {
                // SAFETY: there are that many elements, each a reply of its own.
                unsafe { visit(&**reply.elements.add(index), tally) };
            }
        }
        // SAFETY: all others have a text of that length.
        kind => visit_text(kind, unsafe { text(reply.text, reply.len) }, tally),
    }
}

/// # Safety
/// `len` bytes are readable there for as long as the result is used.
const unsafe fn text<'text>(start: *const c_char, len: usize) -> &'text [u8] {
    if len == 0 {
        return &[];
    }
    // SAFETY: the caller says so, and bytes may hold any value.
    unsafe { core::slice::from_raw_parts(start.cast(), len) }
}

fn visit_text(kind: c_int, text: &[u8], tally: &mut Tally) {
    debug_assert!(kind >= STRING && kind != ARRAY, "it is text");
    if kind == ERROR { tally.error(text) } else { tally.text(text) }
}

/// Pairs of what has pairs, which hiredis counts as two elements each.
const fn visible_len(kind: c_int, elements: usize) -> usize {
    if kind == MAP || kind == ATTRIBUTE { elements / 2 } else { elements }
}

// ---- callbacks that build nothing ---------------------------------------------

/// What the callbacks add to; set before each call that may run them.
static VISITED: AtomicPtr<Tally> = AtomicPtr::new(null_mut());

static CALLBACKS: Callbacks = Callbacks {
    string: on_string,
    array: on_array,
    integer: on_integer,
    double: on_double,
    nil: on_nil,
    boolean: on_boolean,
    free: None,
};

/// Adds a value, and answers with a pointer that is not null, as success is told.
#[inline(always)]
fn add(value: impl FnOnce(&mut Tally)) -> *mut c_void {
    let tally = VISITED.load(Relaxed);
    // SAFETY: callbacks run only within `visit_reply`, which holds the only
    // reference and has stored a pointer to it.
    value(unsafe { &mut *tally });
    NonNull::<u8>::dangling().as_ptr().cast()
}

extern "C" fn on_string(task: &Task, start: *const c_char, len: usize) -> *mut c_void {
    debug_assert!(matches!(task.kind, STRING | STATUS | ERROR), "no corpus has others");
    // SAFETY: hiredis hands in a text of that length, which stays where it is
    // during the call.
    add(|tally| visit_text(task.kind, unsafe { text(start, len) }, tally))
}

extern "C" fn on_array(task: &Task, elements: usize) -> *mut c_void {
    add(|tally| tally.aggregate(visible_len(task.kind, elements)))
}

extern "C" fn on_integer(_: &Task, value: c_longlong) -> *mut c_void {
    add(|tally| tally.integer(value))
}

extern "C" fn on_double(_: &Task, value: c_double, _: *const c_char, _: usize) -> *mut c_void {
    add(|tally| tally.double(value))
}

extern "C" fn on_nil(_: &Task) -> *mut c_void {
    add(Tally::null)
}

extern "C" fn on_boolean(_: &Task, value: c_int) -> *mut c_void {
    add(|tally| tally.boolean(value != 0))
}

// ---- commands -------------------------------------------------------------------

/// Room for pointers to arguments, used again and again.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    starts: Vec<*const c_char>,
    lens: Vec<usize>,
}

/// Formats a command, shows it to `see`, and frees it.
///
/// # Panics
/// If there is no memory.
pub(super) fn format_command(arguments: &[Vec<u8>], room: &mut Arguments, see: impl FnOnce(&[u8])) {
    let Arguments { starts, lens } = room;
    starts.clear();
    lens.clear();
    starts.extend(arguments.iter().map(|argument| argument.as_ptr().cast::<c_char>()));
    lens.extend(arguments.iter().map(Vec::len));
    let mut command = null_mut();
    let count = c_int::try_from(arguments.len()).unwrap_or(c_int::MAX);
    // SAFETY: there are `count` arguments and lengths, and each argument is
    // readable for its length.
    let len = unsafe { redisFormatCommandArgv(&raw mut command, count, starts.as_ptr(), lens.as_ptr()) };
    let len = usize::try_from(len).expect("there is memory for a command");
    // SAFETY: hiredis has written a command of that length, which is ours until
    // it is freed, once.
    unsafe {
        see(text(command, len));
        redisFreeCommand(command);
    }
}

// ---- allocations ------------------------------------------------------------------

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

/// Counts what hiredis allocates.
#[derive(Debug)]
pub(super) struct Allocations;

impl Allocations {
    /// Counts from here.
    pub(super) fn count() -> Self {
        ALLOCATIONS.store(0, Relaxed);
        let counting = Allocator {
            malloc: counting_malloc,
            calloc: counting_calloc,
            realloc: counting_realloc,
            strdup: counting_strdup,
            free,
        };
        // SAFETY: they forward to what hiredis uses without them, so memory may
        // outlive the change. hiredis copies the struct.
        unsafe { hiredisSetAllocators(&raw const counting) };
        Self
    }

    /// Stops counting: how many allocations there were.
    pub(super) fn finish(self) -> u64 {
        // SAFETY: as above.
        unsafe { hiredisResetAllocators() };
        ALLOCATIONS.load(Relaxed)
    }
}

unsafe extern "C" fn counting_malloc(size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Relaxed);
    // SAFETY: forwarded as it came.
    unsafe { malloc(size) }
}

unsafe extern "C" fn counting_calloc(count: usize, size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Relaxed);
    // SAFETY: forwarded as it came.
    unsafe { calloc(count, size) }
}

unsafe extern "C" fn counting_realloc(memory: *mut c_void, size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Relaxed);
    // SAFETY: forwarded as it came.
    unsafe { realloc(memory, size) }
}

unsafe extern "C" fn counting_strdup(text: *const c_char) -> *mut c_char {
    ALLOCATIONS.fetch_add(1, Relaxed);
    // SAFETY: forwarded as it came.
    unsafe { strdup(text) }
}
