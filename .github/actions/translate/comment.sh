#!/usr/bin/env bash
# Put the summary on the pull request: one comment a job, written anew by each run. A token that may not comment, as on
# pull requests from forks, is told and fails nothing.
set -euo pipefail

marker="<!-- localize: ${GITHUB_JOB:-job} -->"
body=$RUNNER_TEMP/localize/comment.md
{
  printf '%s\n' "$marker"
  cat "$SUMMARY"
} >"$body"

comments=repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments
ours=".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id"
write() {
  local id
  id=$(gh api --paginate "$comments" --jq "$ours" | head -n 1) || return 1
  if [ -n "$id" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body"
  else
    gh api --silent --method POST "$comments" --field "body=@$body"
  fi
}
write || echo "::warning title=localize::the summary could not be put on the pull request: does the job have the permission pull-requests, write?"
