#!/bin/sh
# Without Docker, as root on Linux: does what the last stage of the Dockerfile says, with a folder as the image, and runs
# it as Docker would with --read-only --tmpfs /tmp: as the Dockerfile's user, who can write in an empty /tmp alone.
#
#   ./mvnw verify -Pimage -DskipITs -Djava25=/path/of/a/jdk-25   # what the Dockerfile's first stage leaves in target/image
#   deploy/try-image.sh build <folder>
#   deploy/try-image.sh run <folder>             # the ENTRYPOINT; settings come from the environment
#   deploy/try-image.sh health <folder>          # the HEALTHCHECK
#   deploy/try-image.sh inside <folder> <command …>
set -eu
project=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
action=$1 folder=$2
shift 2

# Lines that a backslash continues are one, comments are left out, and only what follows the last FROM is kept.
stage=$(sed -e ':again' -e '/\\$/{N;s/\\\n *//;b again' -e '}' "$project/deploy/Dockerfile" | sed -e '/^#/d' | tac | sed -e '/^FROM /q' | tac)

said() { printf '%s\n' "$stage" | sed -n "s/^$1 //p"; }

unknown=$(printf '%s\n' "$stage" | grep -vE '^(FROM|COPY|USER|EXPOSE|ENV|HEALTHCHECK|ENTRYPOINT) |^$' || true)
[ -z "$unknown" ] || { echo "The Dockerfile says what this script cannot do: $unknown" >&2; exit 64; }

inside() {
    user=$(said USER)
    eval "export $(said ENV)"
    exec unshare --mount -- sh -euc '
        folder=$1 uid=$2 gid=$3
        shift 3
        mount --make-rprivate /
        mount --bind "$folder/opt" /opt
        mount -o remount,bind,ro /opt
        mount -t tmpfs -o mode=1777 tmpfs /tmp
        mount -o remount,bind,ro /
        cd /
        exec setpriv --reuid="$uid" --regid="$gid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
    ' sh "$(realpath "$folder")" "${user%:*}" "${user#*:}" "$@"
}

# ["a", "b"] as words; the backslashes of the JSON are undone.
words() { sed -e 's/^[^[]*\[//' -e 's/\]$//' -e "s/'/'\\\\''/g" -e 's/", *"/'"' '"'/g' -e "s/^\"/'/" -e "s/\"\$/'/" -e 's/\\\\/\\/g'; }

case $action in
build)
    rm -rf "$folder"
    said COPY | while read -r from source target; do
        [ "$from" = --from=build ] || { echo "COPY $from $source: only what the first stage made is copied." >&2; exit 64; }
        mkdir -p "$(dirname "$folder$target")"
        cp -a "$project/${source#/build/}" "$folder$target"
    done
    chown -R 0:0 "$folder"
    chmod -R go-w "$folder"
    ;;
run) eval "inside $(said ENTRYPOINT | words)" ;;
health) eval "inside $(said HEALTHCHECK | sed -e 's/.* CMD //' | words)" ;;
inside) inside "$@" ;;
*) echo "No such action: $action" >&2; exit 64 ;;
esac
