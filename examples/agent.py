#!/usr/bin/env python3
"""An agent: measures models for a hardware target of kind agent. The protocol is explained in docs/agents.md.

    python3 agent.py http://127.0.0.1:8080 TOKEN            # under onnxruntime (pip install onnxruntime numpy)
    python3 agent.py http://127.0.0.1:8080 TOKEN --fake     # answers with made-up figures: try the protocol out
"""
import json, os, platform, statistics, sys, threading, time
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

SERVER, TOKEN, FAKE = sys.argv[1].rstrip("/"), sys.argv[2], "--fake" in sys.argv


def call(path, body=None, insist=True):
    """Answer of the service: (status, bytes). Insists until there is one: the service may be restarting."""
    pause = 0.5
    while True:
        request = Request(SERVER + path, headers={"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"},
                          data=None if body is None else json.dumps(body).encode())
        try:
            with urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except HTTPError as refusal:
            if refusal.code == 401:
                sys.exit("the service does not know this token")
            if refusal.code < 500:
                return refusal.code, refusal.read()
        except (URLError, OSError) as away:
            print("the service does not answer:", away, flush=True)
        if not insist:
            return 0, b""
        time.sleep(pause)
        pause = min(2 * pause, 15)


def runner(model, job):
    """What runs one inference. Replace this by what your device has."""
    if FAKE:
        return lambda: time.sleep(0.001)
    import numpy, onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = job["threads"], 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0]
    batch = numpy.random.rand(job["batchSize"], *entry.shape[1:]).astype(numpy.float32)
    return lambda: session.run(None, {entry.name: batch})


def measure(run, job):
    """Warm-up for a fifth of the time, then rounds until the medians of three in a row agree within 2 %."""
    began, rounds, steady = time.perf_counter(), [], False
    while time.perf_counter() - began < job["maxSeconds"] / 5:
        run()
    while len(rounds) < 3 or not steady and time.perf_counter() - began < job["maxSeconds"]:
        times, start = [], time.perf_counter()
        while len(times) < 4 or time.perf_counter() - start < job["maxSeconds"] / 20:
            before = time.perf_counter()
            run()
            times.append(1000 * (time.perf_counter() - before))
        rounds.append(times)
        medians = [statistics.median(times) for times in rounds[-3:]]
        steady = len(rounds) >= 3 and max(medians) / min(medians) <= 1.02
    times = sorted(sum(rounds[-3:], []))
    median, share = statistics.median(times), lambda q: times[round(q * (len(times) - 1))]
    return {"medianMillis": median, "p95Millis": max(median, share(0.95)), "repetitions": len(times), "steady": steady,
            "spread": (share(0.75) - share(0.25)) / 2 / median, "throughput": 1000 * job["batchSize"] * len(times) / sum(times)}


def perform(job, session, every):
    done = threading.Event()
    held = {"session": session, "job": job["id"], "lease": job["lease"]}

    def beat():  # a lease lapses after a minute without a heartbeat
        while not done.wait(every):
            call("/api/v1/agent/heartbeat", held, insist=False)
    threading.Thread(target=beat, daemon=True).start()
    try:
        status, model = call(job["modelUrl"])
        if status == 200:
            path, told = "/result", measure(runner(model, job), job)
    except Exception as fault:
        path, told = "/failure", {"code": "MeasurementFailed", "message": repr(fault)[:500]}
    finally:
        done.set()
    if status == 200:  # else somebody else has the job by now
        print(path, told, call(f"/api/v1/agent/jobs/{job['id']}{path}", {"lease": job["lease"], **told}), flush=True)


hardware = {"cpu": platform.processor() or platform.machine(), "cores": os.cpu_count() or 1, "memory": 0,
            "os": platform.platform()[:200], "runtime": "none" if FAKE else "onnxruntime, Python " + platform.python_version()}
while True:
    status, answer = call("/api/v1/agent/register", {"instance": platform.node() or "python", "hardware": hardware})
    print("registered:" if status == 200 else "refused:", answer.decode(), flush=True)
    registration = json.loads(answer)
    while status != 409:  # another agent has registered, or is there
        status, answer = call("/api/v1/agent/jobs/next", {"session": registration.get("session", ""), "waitSeconds": 20})
        if status == 200:
            perform(json.loads(answer), registration["session"], registration["heartbeatSeconds"])
        elif status != 204:
            print("refused:", answer.decode(), flush=True)
            break
    time.sleep(5)
