# Completion of narrowsky for bash:  eval "$(narrowsky completion bash)"
_narrowsky() {
    local answer word
    COMPREPLY=()
    answer=$("${COMP_WORDS[0]}" completion answer "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return 0
    case "${answer%%$'\n'*}" in
        files) ;; # bash itself completes files where we say nothing
        folders)
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "${COMP_WORDS[COMP_CWORD]}")
            compopt -o filenames 2>/dev/null ;;
        *)
            compopt +o default 2>/dev/null
            while IFS=$'\t' read -r word _; do COMPREPLY+=("$word"); done < <(tail -n +2 <<<"$answer") ;;
    esac
}
complete -o default -F _narrowsky narrowsky
