# Steps with their seconds, for .ci/run: each step's output is kept until it ends and then printed in one piece, so that
# steps which run beside each other stay readable. A step that fails is told at once and again at the end.

logs=target/checks/logs
table=target/checks/steps.tsv
rm -rf "$logs" && mkdir -p "$logs"
: >"$table"
began=$EPOCHREALTIME
# Of each step also the seconds that its programs kept a core busy.
TIMEFORMAT=%U+%S

# since TIME: seconds from then until now, with one decimal.
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'; }

# step NAME COMMAND…: runs a command as a step, answers with its exit code.
step() {
    local name=$1 start=$EPOCHREALTIME code=0 log seconds
    shift
    log=$logs/${name//[^a-zA-Z0-9]/-}
    { time "$@" >"$log" 2>&1 </dev/null; } 2>"$log.cpu" || code=$?
    seconds=$(since "$start")
    {
        flock 8
        printf '%s\t%s\t%s\t%s\n' "$name" "$seconds" "$code" "$(<"$log.cpu")" >>"$table"
        printf '\n== %s\n' "$name"
        cat "$log"
        if ((code == 0)); then printf -- '-- %s: %s s\n' "$name" "$seconds"
        else printf -- '-- %s FAILED with %s after %s s\n' "$name" "$code" "$seconds"; fi
    } 8>>"$table.lock"
    return "$code"
}

# The table of steps, in the order in which they ended, and the whole.
summary() {
    printf '\n== seconds\n'
    awk -F '\t' '{ printf "%8.1f  %s%s\n", $2, $1, ($3 == 0 ? "" : "  FAILED") }' "$table"
    printf '%8.1f  in all\n' "$(since "$began")"
    ! awk -F '\t' '$3 != 0 { exit 1 }' "$table" || return 0
    printf '\nFAILED:'
    awk -F '\t' '$3 != 0 { printf " %s;", $1 }' "$table"
    printf '\n'
    return 1
}
