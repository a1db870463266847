#!/bin/sh
# Fetches the German documentation from which the word counts and line-break weights are made.
# usage: fetch-german-docs.sh FOLDER      (needs Debian's apt-get and dpkg-deb, about 330 MB)
set -eu
mkdir -p "$1/debs"
cd "$1/debs"
apt-get download debian-edu-doc-de debian-faq-de debian-handbook debian-reference-de developers-reference-de \
  evolution-common fortunes-de gimp-help-de gnome-user-docs gnucash-docs libreoffice-help-de maint-guide-de \
  manpages-de manpages-de-dev trans-de-en
for deb in *.deb; do
  dpkg-deb -x "$deb" "$1/${deb%%_*}"
done
