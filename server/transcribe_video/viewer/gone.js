"use strict";
// A link without its token: the page was reloaded, or the token stands behind the “#”, which a
// browser does not send. A link with a token that is not valid: forget it.
const KEY = "claim";
const refused = new URLSearchParams(location.search).get("ct");
if (refused) {
  if (sessionStorage.getItem(KEY) === refused) sessionStorage.removeItem(KEY);
  history.replaceState(null, "", location.pathname);
} else {
  const token = location.hash.startsWith("#clm_") ? location.hash.slice(1) : sessionStorage.getItem(KEY);
  if (token) location.replace(`${location.pathname}?ct=${encodeURIComponent(token)}`);
}
