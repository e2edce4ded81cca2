#!/usr/bin/env bash
# Says what has changed in the rules since the last release, or else since the commit before. It only tells: whatever
# stands in its way, a shallow clone or rules of then that do not load now, is said, and the run goes on.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 0

if ! before=$(git rev-parse --verify --quiet 'HEAD^1^{commit}' 2>/dev/null); then
  echo 'rules: not compared, for the commit before this one is not here (a shallow clone, or the first commit)'
  exit 0
fi
name="the commit ${before:0:12}"
if release=$(git describe --tags --abbrev=0 "$before" 2>/dev/null); then
  before=$(git rev-parse "refs/tags/$release^{commit}")
  name="the release $release"
fi
if git diff --quiet "$before" HEAD -- rules; then
  echo "rules: the same text as in $name"
  exit 0
fi
for pack in rules/*/pack.yaml; do
  folder=${pack%/pack.yaml}
  echo "rules: $folder, compared with $name"
  timeout 120 node dist/cli.js compare "$before..HEAD" --rules "$folder" 2>&1 ||
    [ $? -eq 1 ] || echo "rules: $folder could not be compared"
done
exit 0
