"""Which ids stand in which group of a list."""

from typing import TYPE_CHECKING

from screener.model.score import Bucket
from screener.services.views import Filter, Order

if TYPE_CHECKING:
    from screener.services import Workspace


class Groups:
    """Asks once who is in which group; every narrowed list after that is one query."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._bucket_of: dict[int, Bucket] = {}

    def forget(self) -> None:
        """Ranks may have moved, or another job is looked at."""
        self._bucket_of = {}

    def of(self, opening: str, wanted: Filter, order: Order) -> list[tuple[Bucket | None, list[int]]]:
        """Ids by group, best first; one group without a name in any other order than that of ranks."""
        ids = self._workspace.review.ids(opening, wanted, order)
        if order is not Order.RANK:
            return [(None, ids)]
        if wanted.bucket is not None:
            return [(wanted.bucket, ids)]
        if any(application not in self._bucket_of for application in ids):
            everybody = ids if wanted == Filter() else self._workspace.review.ids(opening, Filter())
            sizes = self._workspace.review.counts(opening).buckets
            # The order of ranks is that of the groups, so their sizes tell where each begins.
            buckets = [bucket for bucket in Bucket for _ in range(sizes.get(bucket, 0))]
            self._bucket_of = dict(zip(everybody, buckets, strict=False))
        groups: dict[Bucket, list[int]] = {bucket: [] for bucket in Bucket}
        for application in ids:
            groups[self._bucket_of.get(application, Bucket.COULD_NOT_READ)].append(application)
        return list(groups.items())
