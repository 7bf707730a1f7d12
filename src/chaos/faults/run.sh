#!/bin/sh
# Plants each fault of this folder and expects the scenario that it names to fail. A fault is a setting of the service,
# or a patch of a copy of the sources.
# usage: src/chaos/faults/run.sh [fault…], for example run.sh lock-released-early; what Maven needs goes into MAVEN_ARGS
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../../.." && pwd)
place=$root/target/chaos-faults
[ $# -gt 0 ] || set -- $(ls "$here" | sed -n 's/\.\(patch\|properties\)$//p')

missed=
for fault; do
  rm -rf "$place/$fault"
  mkdir -p "$place/$fault"
  cd "$root"
  if [ -e "$here/$fault.patch" ]; then
    planted=$here/$fault.patch settings=
    tar -cf - pom.xml mvnw .mvn .ci src | tar -xf - -C "$place/$fault"
    cd "$place/$fault"
    # By its own folder's eyes, and not those of the repository around it.
    GIT_CEILING_DIRECTORIES=$place git apply -C1 "$planted"
  else
    planted=$here/$fault.properties settings=-Dchaos.settings=$here/$fault.properties
  fi
  scenario=$(sed -n 's/^\(# \)*Scenario: //p' "$planted")
  rm -rf target/failsafe-reports
  ./mvnw -q -B verify -Pchaos -Dspotless.check.skip -Dit.test="$scenario" $settings >"$place/$fault.log" 2>&1 || true
  failure=$(cat target/failsafe-reports/TEST-*.xml 2>/dev/null |
    sed -n 's/.*<failure message="\([^"]\{1,160\}\).*/\1/p' | head -n 1)
  if [ -n "$failure" ]; then
    echo "noticed  $fault: $failure"
  else
    echo "MISSED   $fault: $scenario did not fail, see $place/$fault.log"
    missed="$missed $fault"
  fi
done
[ -z "$missed" ]
