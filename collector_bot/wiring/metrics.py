"""What /metrics shows, in the Prometheus text format: numbers, no personal data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

Numbers = Mapping[str, Mapping[tuple[str, ...], float]]
"""Name -> values of its labels, in the order of `LABELS` -> number."""

LABELS: dict[str, tuple[str, ...]] = {
    "collector_outbox_messages": ("channel", "state"),
    "collector_mails": ("state",),
    "collector_part_up": ("part",),
    "collector_part_failures_total": ("part",),
}
HELP: dict[str, str] = {
    "collector_up": "1 while nothing is wrong.",
    "collector_part_up": "1 while a part works, by part.",
    "collector_part_failures_total": "Failures of each part since start.",
    "collector_outbox_messages": "Messages in the outbox by channel and state.",
    "collector_mails": "Inbound mails by state.",
    "collector_mailbox_age_seconds": "Seconds since the mailbox was read to its end.",
    "collector_dunning_age_seconds": "Seconds since the last run of the procedure.",
    "collector_import_age_seconds": "Seconds since entries last came in.",
}


def metrics_text(numbers: Numbers) -> bytes:
    """Return numbers as Prometheus reads them; what has no number yet is left out.

    Source:
        Prometheus, "Exposition formats", text-based format 0.0.4.
    """
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Told(numbers))
    return generate_latest(registry)


class _Told(Collector):
    """Numbers that are known already; a counter's name ends in _total."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def collect(self) -> Iterator[Metric]:
        for name, values in self._numbers.items():
            labels = LABELS.get(name, ())
            counts = name.endswith("_total")
            kind = CounterMetricFamily if counts else GaugeMetricFamily
            family = kind(name, HELP[name], labels=labels)
            for key, number in values.items():
                family.add_metric(key, number)
            yield family
