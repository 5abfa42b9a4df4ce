"""The exact Sage program on many networks: rank and laws of each in a process of its own, forked when Sage is loaded.

usage: sage -python bench/sage_networks.py PROGRAM_FOLDER JOBS_FILE SECONDS SECONDS_EACH

JOBS_FILE has a line `ID JSON` for each network. Until the time is used up a line is printed for each: `ID CPU_SECONDS LAWS_BY_RANK LAWS_FOUND`,
`ID timeout`, or `ID failed`.
"""
import json
import os
import resource
import select
import signal
import sys
import time
import traceback

MEMORY = 8 << 30


def solve(program, job, target):
    """In the child: both jobs; the answer is one line, shorter than a pipe's buffer."""
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        rank, laws = (program.run({**job, "mode": mode}) for mode in ("rank", "laws"))
        os.write(target, b"%.6f %d %d" % (rank["cpu"] + laws["cpu"], rank["found"], laws["found"]))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def attempt(program, job, seconds):
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        solve(program, job, target)
    os.close(target)
    ready, _, _ = select.select([source], [], [], seconds)
    if not ready:
        os.kill(child, signal.SIGKILL)
    answer = os.read(source, 1000).decode() or "failed" if ready else "timeout"
    os.close(source)
    os.waitpid(child, 0)
    return answer


def main():
    folder, jobs, seconds, seconds_each = sys.argv[1:]
    sys.path.insert(0, folder)
    import sage_exact
    end = time.monotonic() + float(seconds)
    with open(jobs, encoding="ascii") as lines:
        for line in lines:
            left = end - time.monotonic()
            if left <= 0:
                break
            name, job = line.split(" ", 1)
            answer = attempt(sage_exact, json.loads(job), min(left, float(seconds_each)))
            # A network that the end of the time cut short was not given its share.
            if answer == "timeout" and left < float(seconds_each):
                break
            print(name, answer, flush=True)
            print(name, answer, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
