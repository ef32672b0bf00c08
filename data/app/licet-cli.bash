# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
#
# Completion of licet-cli for bash.
_licet_cli ()
{
  local cur prev words cword
  _init_completion || return

  local commands='search show classify require package verify lists store road'
  local command=${words[1]-}

  if [ "$cword" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$cur")
    return
  fi
  case $prev in
    -o|--output|-s|--store) _filedir; return ;;
    -p|--paper) mapfile -t COMPREPLY < <(compgen -W 'a4 letter' -- "$cur"); return ;;
    -l|--list)
      mapfile -t COMPREPLY < <(compgen -W "$(licet-cli lists 2>/dev/null | sed -n 's/^\([a-z][a-z0-9-]*\)  .*/\1/p')" -- "$cur")
      return
      ;;
    -n|--limit) return ;;
  esac
  if [[ $cur == -* ]]; then
    local options='--json --help'
    case $command in
      search) options+=' --list --limit' ;;
      classify) options+=' --list --all' ;;
      require) options+=' --trail' ;;
      package) options+=' --output --paper' ;;
      store) options+=' --store' ;;
      road) options='--output --help' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    return
  fi
  case $command in
    classify|require|package|road) _filedir json ;;
    verify) _filedir zip ;;
    store)
      if [ "$cword" -eq 2 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'check backup' -- "$cur")
      else
        _filedir
      fi
      ;;
  esac
} && complete -F _licet_cli licet-cli
