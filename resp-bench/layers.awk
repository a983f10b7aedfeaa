# Sums costs by layer. The first file has lines "ADDRESS COST" and "FUNCTION COST",
# the second what addr2line -afi knows of the addresses: each, and then function
# and place of every call that was inlined there, the innermost first.

# The layer that a place in the sources belongs to, "" if every layer uses it.
function layer_of(place) {
    if (place ~ /core\/src\/hash\/|std\/src\/hash\//) return "hashing"
    if (place ~ /hashbrown/) return "hash table"
    if (place ~ /resp-core\/src\/(command|commands|encoder)\//) return "encoding the command"
    if (place ~ /resp-core\/src\/convert\//) return "converting the reply"
    if (place ~ /resp-core\/src\/(reply|frame)/) return "making the reply"
    if (place ~ /resp-core\/src\//) return "decoding"
    if (place ~ /\/bytes-/) return "sharing the read buffer"
    if (place ~ /session\/(submit|outbox|transmit)/) return "queueing the request"
    if (place ~ /session\//) return "matching replies to requests"
    if (place ~ /driver\/slots/) return "slots"
    if (place ~ /sync\/(poison|nonpoison)|sys\/sync\/mutex/) return "lock"
    if (place ~ /std\/src\/(time|sys\/time|sys\/pal)/) return "clock"
    if (place ~ /tokio-[0-9.]+\/src\/(runtime\/(task|scheduler|coop|context)|util|loom|task)/) return "waking and running tasks"
    if (place ~ /\/(tokio|mio)-[0-9]/) return "socket and readiness"
    if (place ~ /resp-net\/src\/(client|driver\/(call|trace|hub\/calls))/) return "call"
    if (place ~ /resp-net\/src\//) return "driver: reads, writes, events"
    if (place ~ /call_path/) return "the caller"
    return ""
}

function layer_of_function(name) {
    if (name ~ /^kernel:|^redis-server/) return name
    if (name ~ /^_*mem(cpy|move|cmp|set)/) return "copying and comparing memory"
    if (name ~ /alloc|free|consolidate/) return "allocator"
    if (name ~ /clock_gettime/) return "clock"
    return "system calls' wrappers and others"
}

function finish() {
    if (address != "") sum[layer == "" ? "other" : layer] += cost[address]
}

FNR == NR {
    if ($1 ~ /^0x/) cost[$1] = $2
    else sum[layer_of_function($1)] += $2
    next
}
/^0x/ { finish(); address = $1; sub(/^0x0+/, "0x", address); layer = ""; next }
# Of a frame, function and place.
{ getline; if (layer == "") layer = layer_of($0) }
END { finish(); for (layer in sum) if (sum[layer] >= 0.05) printf "%s\t%.1f\n", layer, sum[layer] }
