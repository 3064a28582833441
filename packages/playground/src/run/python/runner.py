"""Runs the examples of a page, one after another, each as a program of its own."""

import ast
import builtins
import inspect
import json
import os
import sys
import traceback

# The home folder, which a cache is in. A program that does not change it leaves no variable.
HOME = "/home/web_user"


async def run_example(name: str, code: str, environment: str) -> str:
    """Runs a program, and tells how it ended, its environment and the files that it left."""
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
        _tell(error)
        return 1
    return 0


def _status(code: object) -> int:
    """Returns the exit status that CPython gives for the argument of `sys.exit`."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 255  # An operating system keeps eight bits of a status.
    print(code, file=sys.stderr)
    return 1


def _tell(error: BaseException) -> None:
    """Prints a traceback that begins in the program, not in what runs it."""
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    traceback.print_exception(type(error), error, frames)


def _input(prompt: object = "", /) -> str:
    """Takes the place of `input`: nobody can type an answer here."""
    raise EOFError(
        "input() cannot read anything in this page. "
        "Write the value into the program, or set it with os.environ."
    )


def _files() -> list[str]:
    return [
        os.path.join(folder, file)
        for folder, _, files in os.walk(os.getcwd())
        for file in files
    ]


__file__ = _tell.__code__.co_filename
builtins.input = _input
