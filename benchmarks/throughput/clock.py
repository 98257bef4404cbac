"""When a system was ready, gave its first result, and was done; and what it cost the CPU."""

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Clock:
    """Seconds since the process began its work."""

    start: float = field(default_factory=time.perf_counter)
    ready_at: float = 0.0
    first_at: float = 0.0
    last_at: float = 0.0
    articles: int = 0
    cpu_at_start: float = 0.0
    cpu_seconds: float = 0.0

    def ready(self) -> None:
        """The models are loaded."""
        self.ready_at = self._now()
        self.cpu_at_start = time.process_time()

    def done(self, articles: int) -> None:
        """So many more articles are finished."""
        self.articles += articles
        self.last_at = self._now()
        self.cpu_seconds = time.process_time() - self.cpu_at_start
        self.first_at = self.first_at or self.last_at

    def _now(self) -> float:
        return time.perf_counter() - self.start
