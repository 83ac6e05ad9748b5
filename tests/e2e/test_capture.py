"""What the recording says went over the wire is what a packet capture on that port shows."""

import asyncio
import shutil
import socket
import subprocess

import pytest

from app.network.scenario import run_scenario
from lessons.loader import load_course
from protocol.vocabulary import Role


def cuts(lesson):
    return any(action.do == "cut" for action in lesson.scenario.patched().actions)


TSHARK = shutil.which("tshark")
LESSONS = [lesson for lesson in load_course().lessons if lesson.scenario.play == "pair" and not cuts(lesson)]
"""One connection whose bytes all arrive: what a program has written into a network that was lost is not on the wire."""


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Capture:
    """tshark on one loopback port."""

    def __init__(self, port, path):
        self.port, self.path = port, path
        command = [TSHARK, "-i", "lo", "-f", f"tcp port {port}", "-w", str(path), "-a", "duration:30", "-P", "-l"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1
        )
        for line in self._process.stdout:
            if "File:" in line:
                return
            if "permission" in line.lower() or "couldn't" in line.lower():
                break
        self.stop()
        pytest.skip("tshark may not capture here (it needs to be root)")

    def stop(self):
        self._process.terminate()
        self._process.stdout.close()
        self._process.wait(10)

    def wait_for_end(self):
        """Until the capture shows that both directions have ended."""
        ended = 0
        for line in self._process.stdout:
            ended += "FIN" in line or "RST" in line
            if ended >= 2 or "RST" in line:
                return

    def payload(self, *, to_server):
        field = "tcp.dstport" if to_server else "tcp.srcport"
        wanted = f"{field} == {self.port} && tcp.len > 0 && !tcp.analysis.retransmission"
        command = [TSHARK, "-r", str(self.path), "-Y", wanted, "-T", "fields", "-e", "tcp.payload"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return bytes.fromhex("".join(out.split()))


@pytest.mark.skipif(TSHARK is None, reason="tshark is not installed")
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_recording_is_what_a_capture_shows(lesson, free_port, tmp_path):
    capture = Capture(free_port, tmp_path / "lo.pcapng")
    try:
        recording = asyncio.run(run_scenario(lesson.scenario, (), free_port))
        capture.wait_for_end()
    finally:
        capture.stop()
    assert capture.payload(to_server=True) == recording.wire(Role.CLIENT)
    assert capture.payload(to_server=False) == recording.wire(Role.SERVER)
