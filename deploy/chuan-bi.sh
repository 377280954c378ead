#!/bin/sh
# Gets nginx or Caddy ready for the editions in DIR: sh deploy/chuan-bi.sh DIR
# Reads DIR/releases and DIR/current, writes DIR/may-chu, asks nothing of the network. Run it before and after each switch, then reload the server.
# A server that was not reloaded still serves every page right; see docs/van-hanh.md.
set -eu
[ $# -eq 1 ] && [ -e "$1/current/index.html" ] || { echo "Cách dùng: sh deploy/chuan-bi.sh THƯ-MỤC (thư mục có current/). (usage: folder with current/)" >&2; exit 2; }
dir=$(cd "$1" && pwd -P)
made="$dir/current/du-lieu/may-chu"
[ -e "$made/nginx-http.conf" ] || { echo "Bản đang dùng không có du-lieu/may-chu. (edition without server files)" >&2; exit 1; }
new="$dir/.may-chu-$$"
rm -rf "$new"
mkdir "$new"
# One line for each kind of page and edition: the policy that this edition was built with.
for release in "$dir"/releases/*/ "$dir/current/"; do
  real=$(cd "$release" 2>/dev/null && pwd -P) || continue
  for file in "$real"/du-lieu/may-chu/chinh-sach-*.txt; do
    [ -e "$file" ] || continue
    printf '"page:%s" "%s";\n"framable:%s" "%s";\n' "$real" "$(sed -n 1p "$file")" "$real" "$(sed -n 2p "$file")"
  done
done | sort -u > "$new/chinh-sach.map"
# Which edition offers which shared dictionary: the first of its list. An edition without one has no line.
for release in "$dir"/releases/*/ "$dir/current/"; do
  real=$(cd "$release" 2>/dev/null && pwd -P) || continue
  offered=$(sed -n 1p "$real/du-lieu/may-chu/tu-dien-nen.txt" 2>/dev/null) || continue
  printf '"%s" "%s";\n' "$real" "$offered"
done | sort -u > "$new/tu-dien-nen.map"
cp "$dir/current/du-lieu/chuyen-huong.nginx" "$new/chuyen-huong.map"
for file in nginx-http.conf nginx-server.conf; do sed "s|@DIR@|$dir|g" "$made/$file" > "$new/$file"; done
cp "$made/caddy-headers.conf" "$new/"
# The redirects once more, as Caddy writes them.
{ echo '(so-tay-so-redirects) {'; printf '\tmap {path} {leads_to} {\n'; sed 's/^\([^ ]*\) \([^ ;]*\);$/\t\t\1 \2/' "$new/chuyen-huong.map"; printf '\t\tdefault ""\n\t}\n}\n'; } > "$new/caddy-redirects.conf"
# The dictionary that the live edition offers, and how Caddy serves it; nothing for an edition that knows of none.
offered=$(sed -n 1p "$dir/current/du-lieu/may-chu/tu-dien-nen.txt" 2>/dev/null) || offered=
{
  echo '(so-tay-so-offer) {'
  [ -z "$offered" ] || printf '\theader @walked +Vary "Available-Dictionary, Dictionary-ID"\n\theader @offered Link `<%s>; rel="compression-dictionary"`\n' "/$offered"
  echo '}'
  if [ -e "$made/caddy-dictionary.conf" ]; then cat "$made/caddy-dictionary.conf"; else printf '(so-tay-so-dictionary) {\n}\n'; fi
} > "$new/caddy-dictionary.conf"
# Files are replaced one by one, each by a rename; the server reads them only when it is reloaded.
mkdir -p "$dir/may-chu"
for file in "$new"/*; do mv -f "$file" "$dir/may-chu/"; done
rmdir "$new"
echo "Đã chuẩn bị $dir/may-chu cho $(wc -l < "$dir/may-chu/chinh-sach.map" | tr -d ' ') dòng chính sách. Giờ cho máy chủ đọc lại: nginx -s reload"
