/*
 * RESP2 and RESP3, the protocols of Redis and Valkey, for C.
 *
 * Generated from resp-ffi/src by cbindgen; change it there.
 *
 *     resp_reader *reader = resp_reader_new(NULL);
 *     resp_value reply;
 *     resp_reader_feed(reader, bytes, len);
 *     while (resp_reader_get(reader, &reply) == 1) {
 *         use(&reply);
 *     }
 *     resp_reader_free(reader);
 *
 * Whatever a peer sends ends in replies or in an error, within limits. Pointers
 * that are handed in must be valid or NULL; what NULL does is said at each
 * function, and "Safety" is what the library cannot check.
 */

#ifndef RESP_H
#define RESP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What a value is.
//
// All nulls are RESP_KIND_NULL, whichever of the three forms came, and a
// streamed value has the kind of its plain form.
typedef enum resp_kind {
    // No value: what resp_next() leaves at the end. All bytes zero.
    RESP_KIND_NONE = 0,
    // A status such as OK, in text.
    RESP_KIND_SIMPLE_STRING = 1,
    // An error in a line, in text.
    RESP_KIND_SIMPLE_ERROR = 2,
    // In integer.
    RESP_KIND_INTEGER = 3,
    // Any bytes, in text.
    RESP_KIND_BULK_STRING = 4,
    // Values, in resp_children().
    RESP_KIND_ARRAY = 5,
    // Nothing else is set.
    RESP_KIND_NULL = 6,
    // In integer: 0 or 1.
    RESP_KIND_BOOLEAN = 7,
    // In number.
    RESP_KIND_DOUBLE = 8,
    // An integer of any size, its decimal digits in text.
    RESP_KIND_BIG_NUMBER = 9,
    // An error of any bytes, in text.
    RESP_KIND_BULK_ERROR = 10,
    // A string of a known format, in text and format.
    RESP_KIND_VERBATIM = 11,
    // Keys and values in turn, in resp_children().
    RESP_KIND_MAP = 12,
    // Values, in resp_children(); a server does not repeat any, which is not checked.
    RESP_KIND_SET = 13,
    // Values that answer no command, in resp_children().
    RESP_KIND_PUSH = 14,
    // Metadata, keys and values in turn, in resp_children(). Only
    // resp_attributes() yields it.
    RESP_KIND_ATTRIBUTE = 15,
    // A piece of a text, in text. Only resp_children() of a text yields it.
    RESP_KIND_CHUNK = 16,
} resp_kind;

// What was wrong with a stream.
typedef enum resp_error_code {
    // Nothing.
    RESP_ERROR_CODE_NONE = 0,
    // A byte that starts no value. The peer may speak another protocol.
    RESP_ERROR_CODE_UNKNOWN_MARKER = 1,
    // A CR without LF or an LF without CR in a line.
    RESP_ERROR_CODE_BAD_LINE = 2,
    // A payload that is not followed by CR LF.
    RESP_ERROR_CODE_BAD_TERMINATOR = 3,
    // Not a decimal integer of 64 bits.
    RESP_ERROR_CODE_BAD_INTEGER = 4,
    // Not a length or count.
    RESP_ERROR_CODE_BAD_LENGTH = 5,
    // Not a double.
    RESP_ERROR_CODE_BAD_DOUBLE = 6,
    // Neither t nor f.
    RESP_ERROR_CODE_BAD_BOOLEAN = 7,
    // Bytes after the marker of a null.
    RESP_ERROR_CODE_BAD_NULL = 8,
    // A big number that is not decimal digits.
    RESP_ERROR_CODE_BAD_BIG_NUMBER = 9,
    // A verbatim string without its format of three bytes and a colon.
    RESP_ERROR_CODE_BAD_VERBATIM = 10,
    // A chunk or an end where no streamed value is open, or an end in the
    // middle of a pair or after an attribute.
    RESP_ERROR_CODE_BAD_STREAM = 11,
    // Something other than a chunk inside a streamed string.
    RESP_ERROR_CODE_BAD_CHUNK = 12,
    // More than max_depth of resp_limits.
    RESP_ERROR_CODE_DEPTH_LIMIT = 13,
    // More than max_line_len of resp_limits, or a number of absurd length.
    RESP_ERROR_CODE_LINE_LIMIT = 14,
    // More than max_bulk_len of resp_limits.
    RESP_ERROR_CODE_BULK_LIMIT = 15,
    // More than max_aggregate_len of resp_limits.
    RESP_ERROR_CODE_AGGREGATE_LIMIT = 16,
    // More than max_values of resp_limits.
    RESP_ERROR_CODE_VALUE_LIMIT = 17,
    // More than max_reply_len of resp_limits.
    RESP_ERROR_CODE_REPLY_LIMIT = 18,
    // More than max_attributes of resp_limits.
    RESP_ERROR_CODE_ATTRIBUTE_LIMIT = 19,
    // There is no reader: it was NULL.
    RESP_ERROR_CODE_NO_READER = 20,
    // Something that this header does not know yet; see the message.
    RESP_ERROR_CODE_OTHER = 21,
} resp_error_code;

// Turns the bytes of one connection into replies, however they arrive.
//
// Different threads may use it one after the other, not at the same time.
typedef struct resp_reader resp_reader;

// A value that lives on its own, apart from any reader.
//
// It never changes: it may go to another thread, and several may read it at
// once.
typedef struct resp_reply resp_reply;

// What a peer may ask of a reader, each bound checked before anything is
// reserved for it. Fill it with resp_limits_default(), then change what you need.
typedef struct resp_limits {
    // Bytes of one bulk string, bulk error or verbatim string, the sum of its
    // chunks if it is streamed. Default 512 MiB.
    size_t max_bulk_len;
    // Bytes of one reply. Default 1 GiB, never more than 4 GiB less one byte.
    size_t max_reply_len;
    // Bytes of one simple string or simple error. Default 64 KiB.
    size_t max_line_len;
    // Levels of nesting. Default 1024.
    uint32_t max_depth;
    // Values directly inside one aggregate; a pair of a map counts as two.
    // Default 16,777,216.
    uint32_t max_aggregate_len;
    // Values of one reply at all levels together. Default 16,777,216. Each
    // takes 16 bytes of memory beside those of the reply itself.
    uint32_t max_values;
    // Attributes in a row before one value. Default 8.
    uint8_t max_attributes;
} resp_limits;

// One value: of a reply, inside one, or about one.
//
// It may be copied. It and all that came from it are valid as long as what it
// was read from: a reader until the next resp_reader_feed(), resp_reader_get()
// or resp_reader_free(), or a resp_reply until resp_reply_free().
//
// Only the fields that the kind names are meaningful; the others are zero.
typedef struct resp_value {
    // What the value is.
    enum resp_kind kind;
    // The format of a verbatim string, such as "txt", with a NUL.
    char format[4];
    // Bytes of a text; elements of an array, set or push; pairs of a map or
    // attribute.
    size_t len;
    // A string, an error or the digits of a big number, without a NUL, and of
    // a verbatim string without its format. NULL if it came in more than one
    // chunk, which servers do not do by themselves: they are in resp_children().
    const char *text;
    // The value of an integer; of a boolean 0 or 1.
    int64_t integer;
    // The value of a double.
    double number;
    // For the functions of this header.
    uint64_t place[6];
} resp_value;

// Why a stream cannot be read on.
typedef struct resp_error {
    // What was wrong.
    enum resp_error_code code;
    // Whether a limit was reached; otherwise the peer broke the protocol.
    bool is_limit;
    // Where, in bytes from the first one that was ever fed.
    uint64_t offset;
    // Code and offset in words, in ASCII, never NULL. It lives as long as the
    // reader.
    const char *message;
} resp_error;

// A place among the values inside one, or about one.
//
// It is valid as long as the values that it yields. It may be copied, and given
// up at any time. One of all zeroes is at its end.
typedef struct resp_iter {
    // For the functions of this header.
    uint64_t place[9];
} resp_iter;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The limits of a reader that is given none.
struct resp_limits resp_limits_default(void);

// A reader at the start of a stream, to be freed with resp_reader_free().
// With limits NULL it has those of resp_limits_default(). NULL if there is no
// memory.
//
// # Safety
// limits is NULL or points to limits.
struct resp_reader *resp_reader_new(const struct resp_limits *limits);

// Copies len bytes that have arrived into the reader and returns true.
//
// Returns false, and takes nothing, if the stream is broken, as
// resp_reader_error() tells, or else if there is no memory: then the same may
// be tried again. Also if reader is NULL, or bytes is NULL and len is not 0.
//
// The last reply and all values in it become invalid.
//
// # Safety
// reader is NULL or from resp_reader_new(); bytes is NULL or points to len
// bytes, none of them within a reply of the reader.
bool resp_reader_feed(struct resp_reader *reader, const void *bytes, size_t len);

// Writes the next reply to *reply and returns 1. Returns 0 if it is not
// complete: feed resp_reader_missing() bytes more at the least. Returns -1 if
// the stream is broken, as resp_reader_error() tells: that is final, as it is
// not known where a further reply would start. Also if reader is NULL.
//
// Unless it returns 1 it writes RESP_KIND_NONE. If reply is NULL, it writes
// nothing and skips the reply.
//
// The last reply and all values in it become invalid. Where there is no memory
// for the values of the reply, 16 bytes each, the process is aborted:
// max_values of resp_limits bounds them.
//
// # Safety
// reader is NULL or from resp_reader_new(); reply is NULL or points to room
// for a value.
int resp_reader_get(struct resp_reader *reader, struct resp_value *reply);

// After resp_reader_get() has returned 0: how many bytes are missing at the
// least, to size the next read. More than 1 only within a long string, as the
// peer has announced it, so do not reserve it all before it arrives. 0 if the
// stream is broken or reader is NULL.
//
// # Safety
// reader is NULL or from resp_reader_new().
size_t resp_reader_missing(const struct resp_reader *reader);

// Why the stream cannot be read on. RESP_ERROR_CODE_NONE if it can,
// RESP_ERROR_CODE_NO_READER if reader is NULL.
//
// # Safety
// reader is NULL or from resp_reader_new().
struct resp_error resp_reader_error(const struct resp_reader *reader);

// Frees a reader. Nothing for NULL. Its last reply becomes invalid; those that
// were detached stay.
//
// # Safety
// reader is NULL or from resp_reader_new(), and is not used any more.
void resp_reader_free(struct resp_reader *reader);

// The values inside an aggregate, in the order of the wire: of a map or
// attribute keys and values in turn. Of a text its chunks: one, unless it was
// streamed. Nothing for other kinds and for NULL.
//
// # Safety
// value is NULL or points to a value that is still valid.
struct resp_iter resp_children(const struct resp_value *value);

// The attributes before a value, each of RESP_KIND_ATTRIBUTE. Servers send
// none unless they are asked to. Nothing for NULL.
//
// # Safety
// value is NULL or points to a value that is still valid.
struct resp_iter resp_attributes(const struct resp_value *value);

// Moves to the next value, writes it to *value and returns true; at the end
// writes RESP_KIND_NONE and returns false, as it does if iter is NULL. A value
// is skipped in constant time, whatever it holds. Nothing is written if value
// is NULL.
//
// # Safety
// iter is NULL or points to an iterator that is still valid; value is NULL or
// points to room for a value.
bool resp_next(struct resp_iter *iter, struct resp_value *value);

// Copies a value and all it holds to memory of its own, to be freed with
// resp_reply_free(): a few allocations, whatever it holds. NULL if
// value is NULL, RESP_KIND_NONE or RESP_KIND_CHUNK.
//
// Where there is no memory for the copy the process is aborted.
//
// # Safety
// value is NULL or points to a value that is still valid.
struct resp_reply *resp_reply_detach(const struct resp_value *value);

// The value of a detached reply, valid until that is freed. RESP_KIND_NONE
// for NULL.
//
// # Safety
// reply is NULL or came from resp_reply_detach() and is not freed.
struct resp_value resp_reply_value(const struct resp_reply *reply);

// Frees a detached reply. Nothing for NULL.
//
// # Safety
// reply is NULL or came from resp_reply_detach() and is not freed; it and its
// values are not used any more.
void resp_reply_free(struct resp_reply *reply);

// Writes a command, an array of bulk strings, and returns how many bytes it
// takes. If that is more than cap, what is in out is of no use: make room
// for as many and call it again. A first call may have out NULL and cap 0.
//
// argvlen holds the lengths of the arguments, which may then hold any bytes.
// If it is NULL, each argument ends before its first NUL. An argument of
// length 0 may be NULL.
//
// Returns 0, which no command takes, if argc is 0, argv is NULL, an argument
// is NULL and not of length 0, or memory cannot hold the whole.
//
// # Safety
// argv points to argc pointers, each to as many bytes as argvlen says or, if
// that is NULL, to a string with a NUL; argvlen is NULL or points to argc
// lengths; out points to cap bytes, none of them part of the arguments.
size_t resp_encode_command(size_t argc,
                           const char *const *argv,
                           const size_t *argvlen,
                           char *out,
                           size_t cap);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* RESP_H */
