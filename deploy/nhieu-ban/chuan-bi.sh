#!/bin/sh
# Gets nginx or Caddy ready for all editions in DIR: sh deploy/nhieu-ban/chuan-bi.sh DIR
# Reads DIR/<edition>/current, writes DIR/may-chu. Run it after each `editions`, then reload the server.
# A server that was not reloaded still serves every page right: the page itself says which style and script it has.
set -eu
[ $# -eq 1 ] && [ -d "$1" ] || { echo "Cách dùng: sh deploy/nhieu-ban/chuan-bi.sh THƯ-MỤC (usage: folder of editions)" >&2; exit 2; }
dir=$(cd "$1" && pwd -P)
new="$dir/.may-chu-$$"
rm -rf "$new"
mkdir "$new"
: > "$new/tu-dien-nen.map"
for current in "$dir"/*/current/; do
  [ -e "$current/index.html" ] || continue
  cd "$current"
  real=$(pwd -P)
  for file in du-lieu/may-chu/chinh-sach-*.txt; do
    [ -e "$file" ] || continue
    { IFS= read -r page; IFS= read -r framable || true; } < "$file"
    printf '"page:%s" "%s";\n"framable:%s" "%s";\n' "$real" "$page" "$real" "$framable"
  done
  echo "$real" > "$new/last"
done > "$new/chinh-sach.map"
cd "$dir"
[ -e "$new/last" ] || { rm -rf "$new"; echo "Chưa có bản nào đang phát hành trong $dir. Chạy npm run editions trước. (no edition)" >&2; exit 1; }
read -r last < "$new/last"
rm "$new/last"
cp "$last/du-lieu/chuyen-huong.nginx" "$new/chuyen-huong.map"
# The same once more, as Caddy writes them.
{ echo '(so-tay-so-redirects) {'; printf '\tmap {path} {leads_to} {\n'; sed 's/^\([^ ]*\) \([^ ;]*\);$/\t\t\1 \2/' "$new/chuyen-huong.map"; printf '\t\tdefault ""\n\t}\n}\n'; } > "$new/caddy-redirects.conf"
cp "$last/du-lieu/may-chu/caddy-headers.conf" "$new/"
# The tables hold a line for each edition.
sed "s|@DIR@|$dir|g; s|^map_hash_max_size .*|map_hash_max_size 65536;|" "$last/du-lieu/may-chu/nginx-http.conf" > "$new/nginx-http.conf"
sed "s|@DIR@|$dir|g" "$last/du-lieu/may-chu/nginx-server.conf" > "$new/nginx-server.conf"
mkdir -p "$dir/may-chu"
for file in "$new"/*; do mv -f "$file" "$dir/may-chu/"; done
rmdir "$new"
echo "Đã chuẩn bị $dir/may-chu. Giờ cho máy chủ đọc lại: nginx -s reload"
