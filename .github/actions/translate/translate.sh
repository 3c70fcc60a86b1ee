#!/usr/bin/env bash
# Run localize with the inputs of the action: annotations to the log, a summary to the job page, reports to files.
# Always succeeds: the exit code is an output, so that the comment is written before the job fails.
set -euo pipefail

words=()
each_line() { # ARGUMENT... VALUE: the arguments before each line of the value
  local value=${!#} line
  while IFS= read -r line; do
    [ -z "$line" ] || words+=("${@:1:$#-1}" "$line")
  done <<<"$value"
}

words=("${COMMAND:-translate}")
each_line --to "$(tr -s '[:space:]' '\n' <<<"${TO:-}")"
each_line --from "${FROM:-}"
each_line --glossary "${GLOSSARY:-}"
each_line --output "${OUTPUT:-}"
each_line --fail-on "${FAIL_ON:-}"
each_line --baseline "${BASELINE:-}"
[ "${words[0]}" != translate ] || each_line --on-bad "${ON_BAD:-}"
each_line "${ARGUMENTS:-}"

# Nothing but a project in localize.toml names articles itself; what is wrong with that file the run will tell.
paths=$(grep -v '^[[:space:]]*$' <<<"${PATHS:-}" || true)
if [ -z "$paths" ]; then
  settings=$(localize config show --json 2>&1) || settings='"folder":'
  grep -q '"folder":' <<<"$settings" || paths=articles
fi

folder=$RUNNER_TEMP/localize
rm -rf "$folder"
mkdir -p "$folder"
words+=(--report "$folder/report.json" --report-format json)
words+=(--report "$folder/summary.md" --report-format markdown)
words+=(--report "$folder/results.sarif" --report-format sarif)
words+=(--report-format github --)
each_line "$paths"

code=0
localize "${words[@]}" || code=$?
[ -e "$folder/summary.md" ] || printf '## localize: failed\n\nNothing was translated: the log says why.\n' >"$folder/summary.md"
cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
{
  echo "exit-code=$code"
  echo "report=$folder/report.json"
  echo "summary=$folder/summary.md"
  echo "sarif=$folder/results.sarif"
} >>"$GITHUB_OUTPUT"
