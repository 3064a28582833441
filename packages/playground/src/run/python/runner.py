"""Runs the examples of a page one after another, each as a separate program."""

import ast
import builtins
import inspect
import json
import os
import sys
import traceback

# The home folder, which contains a cache. It is passed on to later programs only if a program changes it.
HOME = "/home/web_user"


async def run_example(name: str, code: str, environment: str) -> str:
    """Runs a program. Returns its exit status, its environment and the files that it has written, as JSON."""
    os.environ.clear()
    os.environ.update({"HOME": HOME, **json.loads(environment)})
    sys.argv = [name]
    before = set(_files())
    status = await _run(name, code)
    sys.stdout.flush()
    sys.stderr.flush()
    files = sorted(set(_files()) - before)
    left = {name: value for name, value in os.environ.items() if (name, value) != ("HOME", HOME)}
    return json.dumps({"status": status, "environment": left, "files": files})


async def _run(name: str, code: str) -> int:
    try:
        program = compile(code, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        result = eval(program, {"__name__": "__main__", "__file__": name})
        if inspect.iscoroutine(result):
            await result
    except SystemExit as error:
        return _status(error.code)
    except BaseException as error:
        _print_traceback(error)
        return 1
    return 0


def _status(code: object) -> int:
    """Returns the exit status that CPython gives for the argument of `sys.exit`."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 255  # Operating systems keep only eight bits of an exit status.
    print(code, file=sys.stderr)
    return 1


def _print_traceback(error: BaseException) -> None:
    """Prints a traceback without the frames of this runner."""
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    traceback.print_exception(type(error), error, frames)


def _input(prompt: object = "", /) -> str:
    """Replaces `input`, because readers cannot type anything in this page."""
    raise EOFError(
        "input() cannot read anything in this page. "
        "Write the value into the program, or set it in os.environ."
    )


def _files() -> list[str]:
    return [
        os.path.join(folder, file)
        for folder, _, files in os.walk(os.getcwd())
        for file in files
    ]


__file__ = _print_traceback.__code__.co_filename
builtins.input = _input
