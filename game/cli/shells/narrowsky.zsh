#compdef narrowsky
# Completion of narrowsky for zsh:  eval "$(narrowsky completion zsh)", or this as _narrowsky in a folder of your fpath
_narrowsky() {
    local line
    local -a answer found
    answer=("${(@f)$(${words[1]} completion answer "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    case "${answer[1]}" in
        files) _files ;;
        folders) _files -/ ;;
        words)
            for line in "${(@)answer[2,-1]}"; do
                found+=("${${line%%$'\t'*}//:/\\:}${${(M)line%$'\t'*}/$'\t'/:}")
            done
            _describe -t words 'narrowsky' found ;;
    esac
}
if [ "${funcstack[1]}" = "_narrowsky" ]; then
    _narrowsky "$@"
else
    compdef _narrowsky narrowsky
fi
