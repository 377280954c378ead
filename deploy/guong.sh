#!/bin/sh
# A mirror: brings the edition that is live at SOURCE to this machine, checks every file, then switches.
#   sh deploy/guong.sh SOURCE DIR [COMMAND TO RELOAD THE SERVER]
# SOURCE is the publishing folder of the main machine: a path (disk, USB) or what rsync understands (may@may-chinh:/srv/so-tay-so).
# A copy that is cut, changed or incomplete is never put in place. Run it from cron every ten minutes; without news it does nothing.
set -eu
[ $# -ge 2 ] || { echo "Cách dùng: sh deploy/guong.sh NGUỒN THƯ-MỤC [lệnh cho máy chủ đọc lại] (usage)" >&2; exit 2; }
source=$1
dir=$2
reload=${3:-}
here=$(cd "$(dirname "$0")" && pwd -P)
mkdir -p "$dir/releases"
top=$(cd "$dir" && pwd -P)
lock="$dir/.guong"
mkdir "$lock" 2>/dev/null || { echo "Đang có một lần chép khác. Nếu không phải: rmdir $lock (another copy is running)" >&2; exit 3; }
part="$dir/.nhan"
trap 'rmdir "$lock"' EXIT
trap 'exit 1' INT TERM HUP

# What is there already is handed over, so that only what is new goes over the line. rsync checks by content: two files of one size may differ.
present=$(cd "$dir/current" 2>/dev/null && pwd -P || true)
get() { if command -v rsync >/dev/null; then rsync -a --delete --checksum ${3:+--link-dest="$3"} "$1" "$2"; else rm -rf "$2" && cp -a "$1" "$2"; fi; }
rm -rf "$dir/.ten"
mkdir "$dir/.ten"
if command -v rsync >/dev/null; then rsync -a "$source/current/sha256sums.txt" "$dir/.ten/"; else cp "$source/current/sha256sums.txt" "$dir/.ten/"; fi
id=$(sha256sum "$dir/.ten/sha256sums.txt" | cut -d' ' -f1)
if [ "$present" = "$(cd "$dir" && pwd -P)/releases/$id" ]; then echo "Không có gì mới: $id"; exit 0; fi

if [ ! -d "$dir/releases/$id" ]; then
  mkdir -p "$part"
  get "$source/releases/$id/" "$part/" "$present"
  # The folder's name is the sum of its list, the list has the sum of every file: nothing can be exchanged on the way.
  [ "$(sha256sum "$part/sha256sums.txt" | cut -d' ' -f1)" = "$id" ] || { echo "Danh sách tổng kiểm không đúng với tên bản. Không đổi. (list does not match its edition)" >&2; exit 9; }
  (cd "$part" && sha256sum -c --quiet sha256sums.txt) || { echo "Có tệp sai hay thiếu. Không đổi; chạy lại để chép tiếp. (files differ or are missing)" >&2; exit 9; }
  # Hashed files of older editions lie beside its own, for pages that were loaded before the switch; they have a list of their own.
  get "$source/kept/$id.txt" "$dir/.ten/kept.txt" 2>/dev/null || : > "$dir/.ten/kept.txt"
  grep -v '^#' "$dir/.ten/kept.txt" > "$dir/.ten/kept" || :
  [ ! -s "$dir/.ten/kept" ] || (cd "$part" && sha256sum -c --quiet "$top/.ten/kept") || { echo "Tệp của bản cũ đi kèm sai hay thiếu. Không đổi; chạy lại để chép tiếp. (older files differ or are missing)" >&2; exit 9; }
  (cd "$part" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) > "$dir/.ten/found"
  { cut -c67- "$part/sha256sums.txt" "$dir/.ten/kept"; echo sha256sums.txt; } | LC_ALL=C sort -u > "$dir/.ten/listed"
  strange=$(LC_ALL=C comm -23 "$dir/.ten/found" "$dir/.ten/listed" | head -5)
  [ -z "$strange" ] || { echo "Có tệp lạ ngoài danh sách: $strange. Không đổi. (files that are not in the list)" >&2; exit 9; }
  mkdir -p "$dir/kept"
  cp "$dir/.ten/kept.txt" "$dir/kept/$id.txt"
  sync
  mv "$part" "$dir/releases/$id"
fi
ln -sfn "releases/$id" "$dir/.ten/current"
mv -fT "$dir/.ten/current" "$dir/current"
# The newest five stay.
ls -dt "$dir"/releases/*/ | tail -n +6 | while read -r old; do case "$old" in */"$id"/) ;; *) rm -rf "$old" "$dir/kept/$(basename "$old").txt" ;; esac; done
sh "$here/chuan-bi.sh" "$dir" >/dev/null
if [ -n "$reload" ]; then sh -c "$reload"; fi
echo "Đã đổi sang bản $id"
