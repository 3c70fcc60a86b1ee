#!/usr/bin/env bash
# Install localize from the repository that this action is part of, beside whatever Python the job has, and models.
set -euo pipefail

root=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
venv=$RUNNER_TEMP/localize-venv
[ -x "$venv/bin/localize" ] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$root${EXTRAS:+[$EXTRAS]}"
}
read -r -d '' -a models <<<"${MODELS:-}" || true
[ ${#models[@]} = 0 ] || "$venv/bin/localize" model install -- "${models[@]}"
echo "$venv/bin" >>"$GITHUB_PATH"
