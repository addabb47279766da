"""Whether an address answers at all, asked as the browser would: through the proxy."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request

_PATIENCE_S = 8.0


def is_reachable(url: str) -> bool:
    """True when anything at all answers there, be it an error page.

    A certificate this Python does not trust may still be one the browser does.
    """
    request = urllib.request.Request(url, method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE_S):
            return True
    except urllib.error.HTTPError:
        return True
    except urllib.error.URLError as error:
        return isinstance(error.reason, ssl.SSLError)
    except (OSError, ValueError):
        return False
