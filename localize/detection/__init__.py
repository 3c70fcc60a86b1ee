"""Language detection: which language an article is in, or an honest "cannot tell"."""

from localize.detection.detector import Detector
from localize.detection.result import Detection, require

__all__ = ["Detection", "Detector", "require"]
