/*
 * What resp.h promises: each row of the table in pieces of every size that
 * matters, hostile input, limits, NULL wherever there may be a pointer.
 *
 * Its argument is how many levels the deepest reply has; fewer than the default
 * of 100,000 are for slow checkers.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resp.h"

static int checks, failures;

#define CHECK(ok) check((ok), #ok, __LINE__)

static void check(bool ok, const char *what, int line) {
    checks++;
    if (!ok) {
        failures++;
        fprintf(stderr, "line %d: %s does not hold\n", line, what);
    }
}

/* Text that grows. */
struct text {
    char *start;
    size_t len, cap;
};

static void *must(void *memory) {
    if (memory == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(2);
    }
    return memory;
}

static void add(struct text *text, const char *bytes, size_t len) {
    if (text->cap - text->len < len + 1) {
        text->cap = text->cap * 2 + len + 1;
        text->start = must(realloc(text->start, text->cap));
    }
    memcpy(text->start + text->len, bytes, len);
    text->len += len;
    text->start[text->len] = '\0';
}

static void print(struct text *text, const char *format, ...) {
    char line[256];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    add(text, line, (size_t)len);
}

static void show(struct text *text, const resp_value *value);

static void show_all(struct text *text, resp_iter iter, const char *open, const char *close) {
    resp_value value;
    const char *before = open;
    while (resp_next(&iter, &value)) {
        print(text, "%s", before);
        show(text, &value);
        before = " ";
    }
    print(text, "%s%s", before == open ? open : "", close);
    CHECK(value.kind == RESP_KIND_NONE);
    CHECK(!resp_next(&iter, &value));
}

static void show_text(struct text *text, const char *name, const resp_value *value) {
    print(text, "%s", name);
    if (value->text != NULL) {
        print(text, "\"");
        add(text, value->text, value->len);
        print(text, "\"");
    } else {
        show_all(text, resp_children(value), "<", ">");
        print(text, "%zu", value->len);
    }
}

/* Recurses as deep as the value, which the limits of its reader bound. */
static void show(struct text *text, const resp_value *value) {
    resp_iter attributes = resp_attributes(value);
    resp_value attribute;
    while (resp_next(&attributes, &attribute)) {
        show(text, &attribute);
    }
    switch (value->kind) {
        case RESP_KIND_NONE: print(text, "nothing"); break;
        case RESP_KIND_SIMPLE_STRING: show_text(text, "+", value); break;
        case RESP_KIND_SIMPLE_ERROR: show_text(text, "-", value); break;
        case RESP_KIND_INTEGER: print(text, "%lld", (long long)value->integer); break;
        case RESP_KIND_BULK_STRING: show_text(text, "", value); break;
        case RESP_KIND_ARRAY: print(text, "%zu", value->len); show_all(text, resp_children(value), "[", "]"); break;
        case RESP_KIND_NULL: print(text, "null"); break;
        case RESP_KIND_BOOLEAN: print(text, value->integer ? "true" : "false"); break;
        case RESP_KIND_DOUBLE: print(text, "%g", value->number); break;
        case RESP_KIND_BIG_NUMBER: show_text(text, "big", value); break;
        case RESP_KIND_BULK_ERROR: show_text(text, "error", value); break;
        case RESP_KIND_VERBATIM: show_text(text, value->format, value); break;
        case RESP_KIND_MAP: print(text, "%zu", value->len); show_all(text, resp_children(value), "{", "}"); break;
        case RESP_KIND_SET: print(text, "%zu", value->len); show_all(text, resp_children(value), "~(", ")"); break;
        case RESP_KIND_PUSH: print(text, "%zu", value->len); show_all(text, resp_children(value), ">(", ")"); break;
        case RESP_KIND_ATTRIBUTE: print(text, "%zu", value->len); show_all(text, resp_children(value), "|{", "}"); break;
        case RESP_KIND_CHUNK: show_text(text, "", value); break;
    }
}

/* A copy of exactly len bytes, so that a checker sees who reads beyond them. */
static char *copy_of(const char *bytes, size_t len) {
    return memcpy(must(malloc(len + (len == 0))), bytes, len);
}

/* Shows all replies that are complete, straight and detached; 0 or -1. */
static int show_replies(struct text *text, resp_reader *reader) {
    resp_value reply;
    int got;
    while ((got = resp_reader_get(reader, &reply)) == 1) {
        struct text straight = {0}, detached = {0};
        show(&straight, &reply);
        resp_reply *own = resp_reply_detach(&reply);
        resp_value own_value = resp_reply_value(own);
        show(&detached, &own_value);
        resp_reply_free(own);
        CHECK(straight.len == detached.len && memcmp(straight.start, detached.start, straight.len) == 0);
        print(text, "%s", text->len > 0 ? ", " : "");
        add(text, straight.start, straight.len);
        free(straight.start);
        free(detached.start);
    }
    CHECK(reply.kind == RESP_KIND_NONE);
    return got;
}

/* What comes of input in pieces of step bytes: replies, and how it ends. */
static struct text read_in_steps(const char *input, size_t len, size_t step) {
    resp_reader *reader = must(resp_reader_new(NULL));
    struct text text = {0};
    int got = 0;
    add(&text, "", 0);
    for (size_t at = 0; at < len && got == 0; at += step) {
        size_t piece_len = len - at < step ? len - at : step;
        char *piece = copy_of(input + at, piece_len);
        CHECK(resp_reader_feed(reader, piece, piece_len));
        free(piece);
        got = show_replies(&text, reader);
    }
    resp_error error = resp_reader_error(reader);
    if (got == 0) {
        CHECK(error.code == RESP_ERROR_CODE_NONE && strcmp(error.message, "no error") == 0);
        print(&text, "; %zu", resp_reader_missing(reader));
    } else {
        print(&text, "; %s", error.message);
        CHECK(!resp_reader_feed(reader, "+OK\r\n", 5));
        CHECK(resp_reader_get(reader, NULL) == -1);
        CHECK(resp_reader_error(reader).code == error.code && error.code != RESP_ERROR_CODE_NONE);
        CHECK(resp_reader_missing(reader) == 0);
    }
    resp_reader_free(reader);
    return text;
}

/* An input without its last NUL, the replies in it, and after a semicolon how
 * many bytes are missing at the least, or the error. */
#define ROW(input, expected) {input, sizeof input - 1, expected, sizeof expected - 1}

static const struct row {
    const char *input;
    size_t len;
    const char *expected;
    size_t expected_len;
} rows[] = {
    ROW("", "; 1"),
    ROW("+OK\r\n", "+\"OK\"; 1"),
    ROW("-ERR no\r\n:-7\r\n", "-\"ERR no\", -7; 1"),
    ROW("$5\r\na\0b\r\n\r\n", "\"a\0b\r\n\"; 1"),
    ROW("$0\r\n\r\n$-1\r\n*-1\r\n_\r\n", "\"\", null, null, null; 1"),
    ROW("#t\r\n#f\r\n,1.5\r\n,-inf\r\n", "true, false, 1.5, -inf; 1"),
    ROW("(-12345678901234567890\r\n", "big\"-12345678901234567890\"; 1"),
    ROW("!3\r\nERR\r\n=8\r\nmkd:text\r\n", "error\"ERR\", mkd\"text\"; 1"),
    ROW("*0\r\n*2\r\n*1\r\n:1\r\n$1\r\nx\r\n", "0[], 2[1[1] \"x\"]; 1"),
    ROW("%2\r\n+a\r\n:1\r\n+b\r\n*0\r\n~1\r\n_\r\n", "2{+\"a\" 1 +\"b\" 0[]}, 1~(null); 1"),
    ROW(">2\r\n+message\r\n:1\r\n", "2>(+\"message\" 1); 1"),
    ROW("|1\r\n+ttl\r\n:9\r\n|0\r\n*1\r\n|1\r\n+a\r\n_\r\n:1\r\n",
        "1|{+\"ttl\" 9}0|{}1[1|{+\"a\" null}1]; 1"),
    ROW("$?\r\n;4\r\nHell\r\n;1\r\no\r\n;0\r\n", "<\"Hell\" \"o\">5; 1"),
    ROW("$?\r\n;2\r\nhi\r\n;0\r\n$?\r\n;0\r\n", "\"hi\", \"\"; 1"),
    ROW("=?\r\n;3\r\ntxt\r\n;2\r\n:a\r\n;1\r\nb\r\n;0\r\n", "txt<\"a\" \"b\">2; 1"),
    ROW("*?\r\n:1\r\n%?\r\n+k\r\n+v\r\n.\r\n.\r\n", "2[1 1{+\"k\" +\"v\"}]; 1"),
    /* Incomplete. */
    ROW("+OK", "; 1"),
    ROW("*2\r\n:1\r\n", "; 1"),
    ROW(":1\r\n$5\r\nhe", "1; 5"),
    ROW("$536870912\r\nabc", "; 536870911"),
    ROW("*16777216\r\n*16777216\r\n*16777216\r\n:1\r\n", "; 1"),
    /* Broken. */
    ROW("HTTP/1.1", "; unknown type byte 'H' (an HTTP server?) at byte 0"),
    ROW("+OK\r\n:1x\r\n", "+\"OK\"; malformed integer at byte 5"),
    ROW("*1\r\n$3\r\nabcd\r\n", "; payload not followed by CR LF at byte 11"),
    ROW("$99999999999999999999\r\n", "; malformed length at byte 0"),
    ROW("$-2\r\n", "; malformed length at byte 0"),
    ROW("$536870913\r\n", "; payload longer than the limit at byte 0"),
    ROW("*2147483647\r\n", "; aggregate longer than the limit at byte 0"),
    ROW("%8388609\r\n", "; aggregate longer than the limit at byte 0"),
    ROW(".\r\n", "; chunk or end outside a streamed value at byte 0"),
    ROW("$?\r\n:1\r\n", "; streamed string interrupted at byte 4"),
};

static void rows_in_all_pieces(void) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        for (size_t step = 1; step <= row->len + 1; step++) {
            struct text got = read_in_steps(row->input, row->len, step);
            bool same = got.len == row->expected_len && memcmp(got.start, row->expected, got.len) == 0;
            CHECK(same);
            if (!same) {
                fprintf(stderr, "row %zu in steps of %zu: %s\n", i, step, got.start);
            }
            free(got.start);
        }
    }
}

static char *repeat(const char *piece, size_t times, size_t *len) {
    size_t piece_len = strlen(piece);
    *len = piece_len * times;
    char *whole = must(malloc(*len));
    for (size_t i = 0; i < times; i++) {
        memcpy(whole + i * piece_len, piece, piece_len);
    }
    return whole;
}

/* How many arrays stand within one another. */
static size_t depth_of(resp_value value) {
    size_t depth = 0;
    while (value.kind == RESP_KIND_ARRAY) {
        resp_iter children = resp_children(&value);
        depth++;
        if (!resp_next(&children, &value)) {
            break;
        }
    }
    return depth;
}

/* Refused within the default limits; with others read, walked, copied and
 * freed without recursion. */
static void deep_nests(size_t depth) {
    size_t len;
    char *nest = repeat("*1\r\n", depth, &len);
    for (size_t step = 1; step <= len; step += len - 1) {
        struct text refused = read_in_steps(nest, len, step);
        CHECK(strcmp(refused.start, "; nested deeper than the limit at byte 4096") == 0);
        free(refused.start);
    }

    resp_limits limits = resp_limits_default();
    limits.max_depth = (uint32_t)depth;
    resp_reader *reader = must(resp_reader_new(&limits));
    resp_value reply;
    CHECK(resp_reader_feed(reader, nest, len) && resp_reader_get(reader, &reply) == 0);
    CHECK(resp_reader_feed(reader, ":1\r\n", 4) && resp_reader_get(reader, &reply) == 1);
    CHECK(depth_of(reply) == depth);
    resp_reply *own = resp_reply_detach(&reply);
    resp_reader_free(reader);
    CHECK(depth_of(resp_reply_value(own)) == depth);
    resp_reply_free(own);
    free(nest);
}

/* Many replies at once: each is consumed without touching the others. */
static void long_queue(void) {
    const size_t count = 100000;
    size_t len;
    char *queue = repeat("$3\r\nabc\r\n", count, &len);
    resp_reader *reader = must(resp_reader_new(NULL));
    resp_value reply;
    size_t replies = 0;
    CHECK(resp_reader_feed(reader, queue, len));
    while (resp_reader_get(reader, &reply) == 1) {
        replies += reply.len == 3 && memcmp(reply.text, "abc", 3) == 0;
    }
    CHECK(replies == count);
    resp_reader_free(reader);
    free(queue);
}

static resp_error error_under(resp_limits limits, const char *input) {
    static char message[128];
    resp_reader *reader = must(resp_reader_new(&limits));
    CHECK(resp_reader_feed(reader, input, strlen(input)));
    resp_reader_get(reader, NULL);
    resp_error error = resp_reader_error(reader);
    strcpy(message, error.message);
    error.message = message;
    resp_reader_free(reader);
    return error;
}

static void limits_at_their_edge(void) {
#define LIMIT(field, value, within, beyond, error, at)                         \
    do {                                                                       \
        resp_limits limits = resp_limits_default();                            \
        limits.field = value;                                                  \
        CHECK(error_under(limits, within).code == RESP_ERROR_CODE_NONE);       \
        resp_error got = error_under(limits, beyond);                          \
        CHECK(got.code == error && got.is_limit && got.offset == at);          \
    } while (0)
    LIMIT(max_bulk_len, 4, "$4\r\nabcd\r\n", "$5\r\n", RESP_ERROR_CODE_BULK_LIMIT, 0);
    LIMIT(max_reply_len, 8, "*1\r\n+a\r\n", "*2\r\n+a\r\n+b\r\n", RESP_ERROR_CODE_REPLY_LIMIT, 8);
    LIMIT(max_line_len, 4, "+abcd\r\n", "+abcde\r\n", RESP_ERROR_CODE_LINE_LIMIT, 5);
    LIMIT(max_depth, 1, "*1\r\n:1\r\n", "*1\r\n*1\r\n", RESP_ERROR_CODE_DEPTH_LIMIT, 4);
    LIMIT(max_aggregate_len, 4, "%2\r\n", "*5\r\n", RESP_ERROR_CODE_AGGREGATE_LIMIT, 0);
    LIMIT(max_values, 3, "*2\r\n:1\r\n:2\r\n", "*3\r\n:1\r\n:2\r\n:3\r\n", RESP_ERROR_CODE_VALUE_LIMIT, 12);
    LIMIT(max_attributes, 1, "|0\r\n:1\r\n", "|0\r\n|0\r\n:1\r\n", RESP_ERROR_CODE_ATTRIBUTE_LIMIT, 4);
    resp_error broken = error_under(resp_limits_default(), "_x\r\n");
    CHECK(broken.code == RESP_ERROR_CODE_BAD_NULL && !broken.is_limit);
}

static void detached_values_stay(void) {
    resp_reader *reader = must(resp_reader_new(NULL));
    const char *input = "*2\r\n:1\r\n*2\r\n$30\r\n012345678901234567890123456789\r\n|0\r\n+x\r\n+OK\r\n";
    resp_value reply, inner;
    CHECK(resp_reader_feed(reader, input, strlen(input)));
    CHECK(resp_reader_get(reader, &reply) == 1);
    resp_iter children = resp_children(&reply);
    CHECK(resp_next(&children, NULL) && resp_next(&children, &inner));
    resp_reply *own = resp_reply_detach(&inner);
    resp_reader_free(reader);

    resp_value value = resp_reply_value(own);
    resp_iter own_children = resp_children(&value);
    resp_iter again = own_children;
    resp_value first, same;
    CHECK(resp_next(&own_children, &first) && resp_next(&again, &same));
    CHECK(first.text == same.text && first.len == 30);
    resp_reply *part = resp_reply_detach(&first);
    struct text text = {0};
    show(&text, &value);
    CHECK(strcmp(text.start, "2[\"012345678901234567890123456789\" 0|{}+\"x\"]") == 0);
    resp_reply_free(own);
    text.len = 0;
    value = resp_reply_value(part);
    show(&text, &value);
    CHECK(strcmp(text.start, "\"012345678901234567890123456789\"") == 0);
    resp_reply_free(part);
    free(text.start);
}

static void null_is_answered(void) {
    resp_value value, none;
    resp_iter iter = {{0}};
    memset(&none, 0, sizeof none);
    CHECK(!resp_reader_feed(NULL, "x", 1));
    CHECK(resp_reader_get(NULL, &value) == -1 && value.kind == RESP_KIND_NONE);
    CHECK(resp_reader_get(NULL, NULL) == -1);
    CHECK(resp_reader_missing(NULL) == 0);
    CHECK(resp_reader_error(NULL).code == RESP_ERROR_CODE_NO_READER);
    resp_reader_free(NULL);
    CHECK(!resp_next(NULL, &value) && value.kind == RESP_KIND_NONE);
    CHECK(!resp_next(NULL, NULL) && !resp_next(&iter, NULL));
    iter = resp_children(NULL);
    CHECK(!resp_next(&iter, &value));
    iter = resp_attributes(&none);
    CHECK(!resp_next(&iter, &value));
    CHECK(resp_reply_detach(NULL) == NULL && resp_reply_detach(&none) == NULL);
    CHECK(resp_reply_value(NULL).kind == RESP_KIND_NONE);
    resp_reply_free(NULL);

    resp_reader *reader = must(resp_reader_new(NULL));
    CHECK(resp_reader_feed(reader, NULL, 0) && !resp_reader_feed(reader, NULL, 1));
    CHECK(!resp_reader_feed(reader, "x", SIZE_MAX));
    CHECK(resp_reader_get(reader, &value) == 0 && value.kind == RESP_KIND_NONE);
    CHECK(resp_reader_feed(reader, ":1\r\n:2\r\n", 8) && resp_reader_get(reader, NULL) == 1);
    CHECK(resp_reader_get(reader, &value) == 1 && value.integer == 2);
    resp_reader_free(reader);
}

static void commands(void) {
    const char *args[] = {"SET", "key", "a\0b", NULL};
    const size_t lens[] = {3, 3, 3, 0};
    const char wire[] = "*4\r\n$3\r\nSET\r\n$3\r\nkey\r\n$3\r\na\0b\r\n$0\r\n\r\n";
    const char short_wire[] = "*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$1\r\na\r\n";
    size_t len = resp_encode_command(4, args, lens, NULL, 0);
    CHECK(len == sizeof wire - 1);
    for (size_t cap = 0; cap <= len; cap++) {
        /* Exactly cap bytes, so that a checker sees who writes beyond them. */
        char *out = copy_of(wire, cap);
        memset(out, 0, cap);
        CHECK(resp_encode_command(4, args, lens, out, cap) == len);
        CHECK(cap < len || memcmp(out, wire, len) == 0);
        free(out);
    }
    char out[64];
    CHECK(resp_encode_command(3, args, NULL, out, sizeof out) == sizeof short_wire - 1);
    CHECK(memcmp(out, short_wire, sizeof short_wire - 1) == 0);

    const size_t absurd[] = {SIZE_MAX};
    CHECK(resp_encode_command(0, args, lens, out, sizeof out) == 0);
    CHECK(resp_encode_command(1, NULL, lens, out, sizeof out) == 0);
    CHECK(resp_encode_command(4, args, NULL, out, sizeof out) == 0);
    CHECK(resp_encode_command(1, args, absurd, out, sizeof out) == 0);
    CHECK(resp_encode_command(3, args, lens, NULL, sizeof out) > 0);
}

int main(int argc, char **argv) {
    rows_in_all_pieces();
    deep_nests(argc > 1 ? strtoul(argv[1], NULL, 10) : 100000);
    long_queue();
    limits_at_their_edge();
    detached_values_stay();
    null_is_answered();
    commands();
    printf("%d checks, %d failures\n", checks, failures);
    return failures > 0;
}
