#!/bin/sh
# Mounts the images of many editions, read only: sh deploy/nhieu-ban/gan-anh.sh DIR
# DIR is that of `npm run editions -- --images --to DIR`. Mounts what is not mounted yet and lets go what is there no more; needs root.
# Run it after each `editions`, and before the web server at each start of the machine (so-tay-gan-anh.service).
set -eu
[ $# -eq 1 ] && [ -d "$1/.anh" ] || { echo "Cách dùng: sh deploy/nhieu-ban/gan-anh.sh THƯ-MỤC (thư mục có .anh/). (usage: folder with .anh/)" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "Phải chạy với quyền quản trị: sudo sh $0 $1 (needs root)" >&2; exit 3; }
dir=$(cd "$1" && pwd -P)
# Several machines' parts may end at the same time on one disk: one after the other.
exec 9< "$dir/.anh"
flock 9
is_mounted() { grep -qF " $1 " /proc/self/mounts; }
# A layer by itself, then all layers of a generation over each other, the newest on top.
for chain in "$dir"/.anh/*/*.chuoi; do
  [ -e "$chain" ] || continue
  group=${chain%/*}
  number=${chain##*/}; number=${number%.chuoi}
  [ -e "$group/$number.sqfs" ] || continue
  lower=
  for layer in $(cat "$chain"); do
    place="$group/$layer.lop"
    if ! is_mounted "$place"; then
      mkdir -p "$place"
      mount -t squashfs -o ro,nodev,nosuid,noexec,loop "$group/$layer.sqfs" "$place"
    fi
    lower="$lower${lower:+:}$layer.lop"
  done
  is_mounted "$group/$number" && continue
  mkdir -p "$group/$number"
  case $lower in
    # One layer needs nothing over it.
    *:*) (cd "$group" && mount -t overlay -o "ro,nodev,nosuid,noexec,lowerdir=$lower" so-tay-so "$group/$number") ;;
    *) mount --bind "$group/$number.lop" "$group/$number" ;;
  esac
done
# What no image stands for any more: first what lies on top, then the layers.
for place in "$dir"/.anh/*/[0-9]*; do
  [ -d "$place" ] || continue
  name=${place##*/}
  case $name in *.*) continue ;; esac
  [ -e "$place.sqfs" ] && continue
  is_mounted "$place" && { umount "$place" || continue; }
  rmdir "$place" 2>/dev/null || true
done
for place in "$dir"/.anh/*/*.lop; do
  [ -d "$place" ] && [ ! -e "${place%.lop}.sqfs" ] || continue
  is_mounted "$place" && { umount "$place" || continue; }
  rmdir "$place" 2>/dev/null || true
done
