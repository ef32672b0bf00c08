# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
#
# Sourced by run, test and in: finds or makes the environment that Licet is built in. What pkg-config
# and the other proofs in "packages" find decides. Where the host has everything, it is used as it is;
# where its package manager can supply what is missing, that is installed; elsewhere a Debian 13 root
# is made once in the user's cache folder and entered with bubblewrap.

licet_aux=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
licet_top=$(dirname "$licet_aux")
licet_cache=${XDG_CACHE_HOME:-$HOME/.cache}/licet
licet_suite=trixie
licet_need_kib=2500000

say () { printf '%s\n' "$*" >&2; }
die () { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# Runs a command as root where that is possible without asking for a password on a terminal we lack.
as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else return 1
  fi
}

package_lines () { grep -v -e '^#' -e '^[[:space:]]*$' "$licet_aux/packages"; }
package_names () { package_lines | awk '{ print $1 }'; }

# Prints the packages whose proof fails on this machine. One call of each prover, to stay under a second.
missing_packages () {
  local name kind what version
  while read -r name kind what version; do
    case $kind in
      pkg) pkg-config --exists "$what >= $version" 2>/dev/null || echo "$name" ;;
      cmd) command -v "$what" >/dev/null || echo "$name" ;;
      file) [ -e "$what" ] || echo "$name" ;;
      typelib) ls /usr/lib/*/girepository-1.0/"$what".typelib /usr/lib/girepository-1.0/"$what".typelib >/dev/null 2>&1 || echo "$name" ;;
      py) python3 -c "import $what" 2>/dev/null || echo "$name" ;;
      *) die "packages: $name: unknown proof '$kind'; write pkg, cmd, file, typelib or py" ;;
    esac
  done < <(package_lines)
}

# Whether the host's own package manager can supply GTK as new as we need it.
host_can_supply () {
  command -v apt-get >/dev/null && command -v apt-cache >/dev/null || return 1
  local candidate
  candidate=$(apt-cache policy libgtk-4-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
  if [ -z "$candidate" ]; then
    as_root apt-get update -qq >/dev/null 2>&1
    candidate=$(apt-cache policy libgtk-4-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
  fi
  [ -n "$candidate" ] && [ "$candidate" != '(none)' ] && dpkg --compare-versions "$candidate" ge 4.18
}

install_on_host () {
  say "Installing what is missing: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
    || die "the package lists cannot be read; check the network, or run as a user who may use sudo"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 \
    || die "apt-get could not install: $*; see its message above, then call this command again"
}

# mmdebstrap makes the root, bubblewrap enters it.
need_root_tools () {
  local wanted=()
  command -v mmdebstrap >/dev/null || wanted+=(mmdebstrap)
  command -v bwrap >/dev/null || wanted+=(bubblewrap)
  if [ "$(id -u)" != 0 ] && ! command -v newuidmap >/dev/null; then wanted+=(uidmap); fi
  [ ${#wanted[@]} = 0 ] && return 0
  command -v apt-get >/dev/null \
    || die "this system's GTK is older than 4.18; install ${wanted[*]}, so that a Debian 13 root can be used"
  say "Installing ${wanted[*]}, with which a Debian 13 root is made and entered"
  { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
      && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >&2; } \
    || die "${wanted[*]} could not be installed; ask an administrator for: apt-get install ${wanted[*]}"
}

licet_root=$licet_cache/root-$(package_names | cat - <(echo "$licet_suite") | sha256sum | cut -c1-12)

# Removes roots made for an older list of packages, unless something runs in them.
remove_old_roots () {
  local old
  for old in "$licet_cache"/root-*; do
    [ -d "$old" ] && [ "$old" != "$licet_root" ] || continue
    ( flock -n 9 && rm -rf --one-file-system "$old" && rm -f "$old.lock" "$old.complete" ) 9>>"$old.lock" || true
  done
}

# Root may write the folder directly. An ordinary user gets the tree as a stream out of a user namespace,
# so that every file is the user's own and can be removed again.
debootstrap_into () {
  local options=(--variant=apt --aptopt='Apt::Install-Recommends "false"' --dpkgopt=force-confold
    --dpkgopt='path-exclude=/usr/share/doc/*' --include="$(package_names | paste -sd,)" "$licet_suite")
  if [ "$(id -u)" = 0 ]; then
    mmdebstrap "${options[@]}" "$1"
  else
    (cd / && mmdebstrap --mode=unshare "${options[@]}" -) | tar -x --no-same-owner --exclude='./dev/*' -C "$1"
  fi
}

make_root () {
  local free part=$licet_root.part log=$licet_cache/make-root.log
  mkdir -p "$licet_cache" || die "the folder $licet_cache cannot be made; set XDG_CACHE_HOME to one that can"
  exec 8>"$licet_cache/make.lock"
  flock -n 8 || { say "Another command is making the Debian 13 root; waiting for it"; flock 8; }
  if [ -e "$licet_root.complete" ]; then exec 8>&-; return 0; fi
  free=$(df -Pk "$licet_cache" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$licet_need_kib" ] \
    || die "$licet_cache has $((free / 1024)) MiB free and $((licet_need_kib / 1024)) are needed; make room, or set XDG_CACHE_HOME"
  say "Making a Debian 13 root in $licet_root (once; about two minutes, 1.5 GB)"
  rm -rf --one-file-system "$part" "$licet_root"
  mkdir "$part"
  if ! debootstrap_into "$part" 2>"$log" </dev/null; then
    tail -n 5 "$log" >&2
    rm -rf --one-file-system "$part"
    die "the Debian 13 root could not be made (whole log: $log); check that the package registry can be reached${licet_userns_hint-}"
  fi
  mv "$part" "$licet_root"
  touch "$licet_root.complete"
  remove_old_roots
  exec 8>&-
}

# Decides once; afterwards in_environment works.
prepare_environment () {
  if [ -n "${LICET_IN_ROOT-}" ]; then licet_mode=host; return 0; fi
  if [ -e "$licet_root.complete" ] && ! pkg-config --exists 'gtk4 >= 4.18' 2>/dev/null && command -v bwrap >/dev/null; then
    licet_mode=root
    return 0
  fi
  local missing
  missing=$(missing_packages | sort -u | paste -sd' ')
  if [ -z "$missing" ]; then licet_mode=host; return 0; fi
  if pkg-config --exists 'gtk4 >= 4.18' 2>/dev/null || host_can_supply; then
    # shellcheck disable=SC2086
    install_on_host $missing
    missing=$(missing_packages | sort -u | paste -sd' ')
    [ -z "$missing" ] || die "still missing after installing: $missing"
    licet_mode=host
    return 0
  fi
  need_root_tools
  licet_userns_hint=
  [ "$(id -u)" = 0 ] || licet_userns_hint=", and that this user may make user namespaces (see /etc/subuid)"
  make_root
  licet_mode=root
}

# Runs a command in the environment, with the project's parent folder, the home folder and /tmp visible. A program
# that is not installed finds the data of the last build.
in_environment () {
  [ -z "${LICET_BUNDLE-}" ] && [ -e "$licet_top/build/data/licet.bundle" ] && export LICET_BUNDLE=$licet_top/build/data/licet.bundle
  if [ "$licet_mode" = host ]; then "$@"; return; fi
  local parent binds=()
  parent=$(dirname "$licet_top")
  binds+=(--bind "$licet_root" / --dev /dev --dev-bind-try /dev/dri /dev/dri --proc /proc --bind /tmp /tmp)
  [ -d /sys ] && binds+=(--ro-bind /sys /sys)
  [ -d "$HOME" ] && binds+=(--bind "$HOME" "$HOME")
  binds+=(--bind "$parent" "$parent")
  case $PWD/ in "$parent"/*|"$HOME"/*|/tmp/*) ;; *) binds+=(--bind "$PWD" "$PWD") ;; esac
  if [ -n "${XDG_RUNTIME_DIR-}" ] && [ -d "$XDG_RUNTIME_DIR" ]; then
    binds+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  fi
  [ -e /etc/resolv.conf ] && binds+=(--ro-bind-try "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf)
  # The lock tells that the root is in use, so that a newer set-up leaves it alone.
  exec 7>>"$licet_root.lock"
  flock -s 7
  bwrap "${binds[@]}" --chdir "$PWD" --setenv LICET_IN_ROOT 1 --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
    --unsetenv LD_LIBRARY_PATH --unsetenv PKG_CONFIG_PATH --die-with-parent \
    "$@"
}

# build_in FOLDER [OPTION...]: configures the folder if need be and builds in it. The compiler's output is shown when it fails.
build_in () {
  local folder=$licet_top/$1 log
  shift
  log=$folder.log
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring $(basename "$folder")/"
    in_environment meson setup "$folder" "$licet_top" "$@" >"$log" 2>&1 </dev/null \
      || { tail -n 15 "$log" >&2; die "meson could not configure; whole log: $log"; }
  elif [ $# -gt 0 ]; then
    in_environment meson configure "$folder" "$@" >"$log" 2>&1 </dev/null \
      || { tail -n 15 "$log" >&2; die "meson could not set $*; whole log: $log"; }
  fi
  if ! in_environment ninja -C "$folder" -n </dev/null 2>/dev/null | grep -q 'no work to do'; then
    say "Building in $(basename "$folder")/"
  fi
  in_environment ninja -C "$folder" >"$log" 2>&1 </dev/null \
    || { grep -v '^ninja: Entering' "$log" | tail -n 40 >&2; die "the build failed; whole log: $log"; }
  rm -f "$log"
}
