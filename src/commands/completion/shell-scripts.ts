/** For each shell a script that asks the program itself what may stand where the cursor is. */
export const SHELL_SCRIPTS = {
  bash: `# Completion of compute-rights in bash. Nothing of what is typed is evaluated.
_compute_rights() {
  local index part previous='' value about paths=''
  local -a words=()
  # Bash breaks words at = and :, which belong to them here.
  for ((index = 1; index <= COMP_CWORD; index++)); do
    part=\${COMP_WORDS[index]}
    if ((\${#words[@]} > 0)) && [[ $part == [=:]* || $previous == [=:] ]]; then
      words[\${#words[@]} - 1]+=$part
    else
      words+=("$part")
    fi
    previous=$part
  done
  local word=\${words[\${#words[@]} - 1]} piece=\${COMP_WORDS[COMP_CWORD]}
  [[ $piece == [=:] ]] && piece=''
  local before=\${word%"$piece"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    case $value in
      :files) paths=-f ;;
      :folders) paths=-d ;;
      *) COMPREPLY+=("\${value#"$before"}") ;;
    esac
  done < <("\${COMP_WORDS[0]/#\\~/$HOME}" __complete -- "\${words[@]}" 2>/dev/null </dev/null)
  if [[ -n $paths ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen "$paths" -- "$piece")
  elif [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _compute_rights compute-rights
`,
  zsh: `#compdef compute-rights
# Completion of compute-rights in zsh. Nothing of what is typed is evaluated.
_compute_rights() {
  local line value
  local -a ended open ended_about open_about
  for line in "\${(@f)$("\${(Q)words[1]}" __complete -- "\${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null </dev/null)}"; do
    value=\${line%%$'\\t'*}
    case $value in
      '') ;;
      :files) compset -P '--*='; _files; return ;;
      :folders) compset -P '--*='; _files -/; return ;;
      *=) open+=("$value"); open_about+=("\${line/$'\\t'/  -- }") ;;
      *) ended+=("$value"); ended_about+=("\${line/$'\\t'/  -- }") ;;
    esac
  done
  compadd -l -d ended_about -a ended
  compadd -l -S '' -d open_about -a open
}
if [[ \${funcstack[1]} == _compute_rights ]]; then
  _compute_rights "$@"
else
  compdef _compute_rights compute-rights
fi
`,
  fish: `# Completion of compute-rights in fish. Nothing of what is typed is evaluated.
function __compute_rights
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l before (string match -r -- '^--[^=]*=' "$current")
    set -l rest (string replace -r -- '^--[^=]*=' '' "$current")
    for line in ($program __complete -- $words "$current" 2>/dev/null </dev/null)
        switch $line
            case :files
                for path in (__fish_complete_path "$rest")
                    echo -- "$before$path"
                end
            case :folders
                for path in (__fish_complete_directories "$rest")
                    echo -- "$before$path"
                end
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete -c compute-rights -f -a '(__compute_rights)'
`,
} as const;
