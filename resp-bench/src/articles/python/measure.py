"""One variant of redis-py, measured as its caller asks.

    measure.py sync|asyncio hiredis|pure PREFIX

The server's URL is in RESP_BENCH_URL. The first line on standard output says
what runs here. Each line of JSON on standard input then asks for one window, as
{"command": "get", "way": "one_by_one", "seconds": 0.1}, and is answered by one
line: the seconds that the operations took and how many there were, or an error.
The process ends with its standard input. Only what an application would do is
timed; all replies are checked after each batch.
"""

import asyncio
import json
import os
import platform
import sys
import time

URL = os.environ["RESP_BENCH_URL"]
MODE, PARSER, PREFIX = sys.argv[1:4]
if PARSER == "pure":
    # As if it were not installed, for requests as well as for replies.
    sys.modules["hiredis"] = None

# The data, which the caller has written: data.rs has the same rules.
COUNT, FIELD_COUNT, PIPELINE_LEN, POOL_SIZE = 1000, 10, 100, 50
KEYS = [f"{PREFIX}:{i:04}" for i in range(COUNT)]
VALUES = [(f"{i:04}-" * 13)[:64] for i in range(COUNT)]
HASHES = [f"{PREFIX}:hash:{i:04}" for i in range(COUNT)]
FIELDS = [f"field-{i}" for i in range(COUNT)]
NEW_HASH, NEW_LIST = f"{PREFIX}:new-hash", f"{PREFIX}:new-list"

CALLS = {
    "set": lambda client, i: client.set(KEYS[i], VALUES[i]),
    "get": lambda client, i: client.get(KEYS[i]),
    "hset": lambda client, i: client.hset(NEW_HASH, FIELDS[i], VALUES[i]),
    "lpush": lambda client, i: client.lpush(NEW_LIST, VALUES[i]),
    "hgetall": lambda client, i: client.hgetall(HASHES[i]),
}
REPLIES = {
    "set": [True] * COUNT,
    "get": [value.encode() for value in VALUES],
    "hset": [1] * COUNT,
    "lpush": list(range(1, COUNT + 1)),
    "hgetall": [
        {f"field-{j}".encode(): f"{i:04}-{j}".encode() for j in range(FIELD_COUNT)} for i in range(COUNT)
    ],
}


def check(command, replies):
    # Concurrent pushes are answered in any order.
    got = sorted(replies) if command == "lpush" else replies
    if got != REPLIES[command]:
        raise RuntimeError(f"wrong replies to {command}")


class Sync:
    """redis.Redis, with the one connection that one thread needs."""

    def __init__(self, redis):
        self.client = redis.Redis.from_url(URL)

    def parser(self):
        connection = self.client.connection_pool.get_connection()
        try:
            return type(connection._parser).__name__
        finally:
            self.client.connection_pool.release(connection)

    def batch(self, command, way):
        self.client.delete(NEW_HASH, NEW_LIST)
        call, run = CALLS[command], getattr(self, way)
        start = time.perf_counter()
        replies = run(call)
        seconds = time.perf_counter() - start
        check(command, replies)
        return seconds

    def one_by_one(self, call):
        return [call(self.client, i) for i in range(COUNT)]

    def pipeline(self, call, first=0, count=COUNT):
        pipeline = self.client.pipeline(transaction=False)
        for i in range(first, first + count):
            call(pipeline, i)
        return pipeline.execute()

    def pipelines_of_100(self, call):
        replies = []
        for first in range(0, COUNT, PIPELINE_LEN):
            replies += self.pipeline(call, first, PIPELINE_LEN)
        return replies


class Asyncio:
    """redis.asyncio.Redis, with a pool of 50 connections made beforehand."""

    def __init__(self, redis):
        self.redis = redis.asyncio
        self.loop = asyncio.new_event_loop()
        self.client = self.pooled(self.redis.BlockingConnectionPool, POOL_SIZE)
        self.loop.run_until_complete(self.batch_of("get", "warm_pool"))

    def pooled(self, kind, size):
        return self.redis.Redis.from_pool(kind.from_url(URL, max_connections=size))

    def parser(self):
        async def look():
            connection = await self.client.connection_pool.get_connection()
            try:
                return type(connection._parser).__name__
            finally:
                await self.client.connection_pool.release(connection)

        return self.loop.run_until_complete(look())

    def batch(self, command, way):
        return self.loop.run_until_complete(self.batch_of(command, way))

    async def batch_of(self, command, way):
        await self.client.delete(NEW_HASH, NEW_LIST)
        call, run = CALLS[command], getattr(self, way)
        start = time.perf_counter()
        replies, cold = await run(call)
        seconds = time.perf_counter() - start
        check(command, replies)
        if cold:
            await cold.aclose()
        return seconds

    async def one_by_one(self, call):
        return [await call(self.client, i) for i in range(COUNT)], None

    async def warm_pool(self, call):
        return await asyncio.gather(*(call(self.client, i) for i in range(COUNT))), None

    async def cold_pool(self, call):
        return await self.cold(call, self.redis.BlockingConnectionPool, POOL_SIZE)

    async def cold_connections(self, call):
        return await self.cold(call, self.redis.ConnectionPool, COUNT)

    async def cold(self, call, kind, size):
        client = self.pooled(kind, size)
        return await asyncio.gather(*(call(client, i) for i in range(COUNT))), client

    async def pipeline(self, call, first=0, count=COUNT):
        pipeline = self.client.pipeline(transaction=False)
        for i in range(first, first + count):
            call(pipeline, i)
        return await pipeline.execute(), None

    async def pipelines_of_100(self, call):
        replies = []
        for first in range(0, COUNT, PIPELINE_LEN):
            replies += (await self.pipeline(call, first, PIPELINE_LEN))[0]
        return replies, None


# What has been done once, so that caches are warm.
WARM = set()


def window(variant, command, way, seconds):
    total, batches = 0.0, 0
    if not way.startswith("cold") and (command, way) not in WARM:
        variant.batch(command, way)
        WARM.add((command, way))
    while total < seconds or batches == 0:
        total += variant.batch(command, way)
        batches += 1
    return {"seconds": total, "operations": batches * COUNT}


def introduce(variant, redis):
    parser = variant.parser()
    if ("Hiredis" in parser) != (PARSER == "hiredis"):
        raise RuntimeError(f"{PARSER} was asked for, but {parser} is used")
    hiredis = sys.modules["hiredis"]
    return {
        "parser": parser,
        "python": platform.python_version(),
        "redis": redis.__version__,
        "hiredis": hiredis and hiredis.__version__,
    }


def answer(work):
    try:
        reply = work()
    except Exception as error:
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
    return "error" not in reply


def main():
    import redis
    import redis.asyncio

    variant = (Sync if MODE == "sync" else Asyncio)(redis)
    if answer(lambda: introduce(variant, redis)):
        for line in sys.stdin:
            answer(lambda: window(variant, **json.loads(line)))


try:
    main()
except Exception as error:
    print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
