"""The practice site: fixtures served with behaviour on `*.localhost` origins."""

from __future__ import annotations

from companion.practice.flows import Flow, FlowTable, Route, Scenario, load_flows
from companion.practice.site import PracticeSite, ReceivedRequest

__all__ = [
    "Flow",
    "FlowTable",
    "PracticeSite",
    "ReceivedRequest",
    "Route",
    "Scenario",
    "load_flows",
]
