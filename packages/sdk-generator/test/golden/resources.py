"""The operations of the API, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._core import Parent
from .._film_methods import FilmMethods
from .._objects import Film, Home, List, Resource
from .._options import Id, RequestOptions, Time
from . import operations
from .models import Kind, Status, Studio

if TYPE_CHECKING:
    from typing_extensions import Unpack


class FilmRolls(FilmMethods):
    """Rolls of film, with ``frames``."""

    def list(
        self,
        is_colour: bool,
        *,
        start: Time | None = None,
        before: Time | None = None,
        kind: Kind | None = None,
        size: Literal["small", "large"] | None = None,
        grain: Kind | None = None,
        speeds: Sequence[float] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[Film]:
        """List rolls.

        Returns the rolls, newest first.

        A second paragraph, which ends a comment: */ and has a \\ in it.

        Needs the scope ``films:read``.

        Args:
            is_colour: In colour.
            start: The first moment.
            before: The last moment.
            kind: Of this kind. One of ``fine``, ``coarse``.
            size: Of this size. One of ``small``, ``large``.
            grain: Its grain. Default: "fine". One of ``fine``, ``coarse``.
            speeds: Of these speeds.
            limit: How many a page has. 1 to 50. Default: 10.
            cursor: Where to go on.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.

        Raises:
            ValidationError: ``INVALID``.
        """
        operation = operations.list_film_rolls(
            is_colour,
            start=start,
            before=before,
            kind=kind,
            size=size,
            grain=grain,
            speeds=speeds,
            limit=limit,
            cursor=cursor,
        )
        return self._list(operation, Film, options)

    def create(
        self,
        studio_id: Id,
        num_frames: int,
        *,
        title: str | None = None,
        tags: Sequence[str] | None = None,
        lens: Mapping[str, Any] | None = None,
        expires_at: Time | None = None,
        speed: float | None = None,
        **options: Unpack[RequestOptions],
    ) -> Film:
        """Make a roll.

        Needs the scopes ``films:read`` and ``films:write``.

        Args:
            studio_id: A UUID.
            num_frames: How many frames. 1 to 36.
            title: Its title. 1 to 20 characters.
            tags: Its tags. At most 1 item. No item twice.
            lens: Its lens.
            expires_at: Its end.
            speed: Its speed.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.

        Raises:
            ConflictError: ``BUSY``, ``TWICE``.
        """
        operation = operations.create_film_roll(
            studio_id,
            num_frames,
            title=title,
            tags=tags,
            lens=lens,
            expires_at=expires_at,
            speed=speed,
        )
        return self._send(operation, Film, options)

    def get(self, film_id: Id, **options: Unpack[RequestOptions]) -> Film:
        """Get a roll.

        Needs the scope ``films:read``.

        Args:
            film_id: The id of a film.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.

        Raises:
            NotFoundError: ``NOT_FOUND``.
        """
        operation = operations.get_film_roll(film_id)
        return self._send(operation, Film, options)

    def update(
        self, film_id: Id, changes: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> Film:
        """Change a roll.

        Needs the scope ``films:write``.

        Args:
            film_id: The id of a film.
            changes: What to change. ``title``: Its title.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.
        """
        operation = operations.update_film_roll(film_id, changes)
        return self._send(operation, Film, options)

    def delete(self, film_id: Id, **options: Unpack[RequestOptions]) -> None:
        """Delete a roll.

        Needs the scope ``films:write``.

        Args:
            film_id: The id of a film.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is gone.
        """
        operation = operations.delete_film_roll(film_id)
        self._send_nothing(operation, options)

    def develop_frame(
        self,
        film_id: Id,
        frame_id: Id,
        *,
        push: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Status:
        """Develop a frame.

        Needs the scope ``films:write``.

        Args:
            film_id: The id of a film.
            frame_id: The id of a frame.
            push: By how many stops. Default: 0.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.
        """
        operation = operations.develop_frame(film_id, frame_id, push=push)
        return self._send(operation, Status, options)


class Studios(Resource):
    """Who has films."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[Studio]:
        """List studios.

        Args:
            limit: How many a page has. 1 to 50. Default: 10.
            cursor: Where to go on.
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.
        """
        operation = operations.list_studios(limit=limit, cursor=cursor)
        return self._list(operation, Studio, options)

    def prints(self, studio_id: Id) -> Prints:
        """The prints of one of the studios: the same methods as ``client.prints``.

        Args:
            studio_id: The id of a studio.
        """
        return Prints(self._home, Parent("/studios/{studio_id}", {"studio_id": studio_id}))


class Prints(Resource):
    """"""

    def list(self, **options: Unpack[RequestOptions]) -> List[Studio]:
        """List prints.

        Args:
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.
        """
        operation = operations.list_prints()
        return self._list(operation, Studio, options)


class Operations(Resource):
    """The operations of the API: what a client consists of."""

    film_rolls: FilmRolls
    """Rolls of film, with ``frames``."""
    studios: Studios
    """Who has films."""
    prints: Prints
    """"""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self.film_rolls = FilmRolls(home)
        self.studios = Studios(home)
        self.prints = Prints(home)

    def status(self, **options: Unpack[RequestOptions]) -> Status:
        """Tell how things are.

        Args:
            options: Of this call alone: time limits, retries, headers.

        Returns:
            It is so.
        """
        operation = operations.get_status()
        return self._send(operation, Status, options)


__all__ = [
    "FilmRolls",
    "Operations",
    "Prints",
    "Studios",
]
