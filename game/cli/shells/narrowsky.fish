# Completion of narrowsky for fish:  narrowsky completion fish > ~/.config/fish/completions/narrowsky.fish
function __narrowsky_answer
    set -l words (commandline -opc)
    set -l answer ($words[1] completion answer $words[2..] (commandline -ct) 2>/dev/null)
    switch "$answer[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct) ''
        case words
            printf '%s\n' $answer[2..]
    end
end
complete -c narrowsky -f -a '(__narrowsky_answer)'
