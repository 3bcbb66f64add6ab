package web

import (
	"cmp"
	"context"
	_ "embed"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"accord/internal/essai"
)

func TestMain(m *testing.M) {
	code := m.Run()
	fermerNavigateur()
	os.Exit(code)
}

// The browser is started once: each test has a tab of its own in it, and finds
// no cookie of another. A profile of its own costs as much as a browser.
var (
	navigateur       = sync.OnceValues(ouvrirNavigateur)
	fermerNavigateur = func() {}
)

// ouvrirNavigateur starts the browser; nil when the machine has none.
func ouvrirNavigateur() (context.Context, error) {
	chemin := ""
	for _, nom := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(nom); err == nil {
			chemin = cmp.Or(chemin, p)
		}
	}
	if chemin == "" {
		return nil, nil
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chemin), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	ctx, fin := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, finir := chromedp.NewContext(ctx)
	fermerNavigateur = func() { finir(); fin() }
	return ctx, chromedp.Do(ctx)
}

// naviguer opens a browser on a desk over the sample, or skips the test. It
// returns a tab and the address of the desk.
func naviguer(t *testing.T) (ctx context.Context, adresse string) {
	t.Helper()
	return naviguerSur(t, nouveauBureau(t))
}

// naviguerSur is naviguer on that desk.
func naviguerSur(t *testing.T, b *fauxBureau) (ctx context.Context, adresse string) {
	t.Helper()
	ctx, err := navigateur()
	if err != nil {
		t.Fatalf("le navigateur ne démarre pas : %v", err)
	}
	if ctx == nil {
		essai.Sauter(t, "Chromium n'est pas installé (paquet chromium)")
	}
	srv := httptest.NewServer(service(t, b, t.Output()))
	t.Cleanup(srv.Close)
	ctx, fin := context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(fin)
	ctx, fin = chromedp.NewContext(ctx)
	t.Cleanup(fin)
	if _, err := chromedp.Call(ctx, network.ClearBrowserCookies, cdp.Empty{}); err != nil {
		t.Fatalf("le navigateur n'ouvre pas d'onglet : %v", err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1366, 900)); err != nil {
		t.Fatalf("le navigateur n'ouvre pas d'onglet : %v", err)
	}
	return ctx, srv.URL
}

func executer(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

func evaluer[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s : %v", expression, err)
	}
	if texte, ok := any(&v).(*string); ok {
		*texte = strings.ReplaceAll(*texte, insecable, " ")
	}
	return v
}

// tabuler presses Tab until the address under the focus ends with suffixe, and
// checks on the way that the focus is always seen.
func tabuler(t *testing.T, ctx context.Context, suffixe string) {
	t.Helper()
	const sous = `(() => { const e = document.activeElement, s = getComputedStyle(e);
		return [e.getAttribute('href') || e.id || e.tagName, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? 'vu' : 'invisible'] })()`
	for range 300 {
		executer(t, ctx, chromedp.KeyEvent(kb.Tab))
		ici := evaluer[[]string](t, ctx, sous)
		if ici[0] != "BODY" && ici[1] != "vu" {
			t.Errorf("le focus est invisible sur %s", ici[0])
		}
		if strings.HasSuffix(ici[0], suffixe) {
			return
		}
	}
	t.Fatalf("«%s» ne s'atteint pas au clavier", suffixe)
}

// suivre presses Enter and waits for the page that it leads to.
func suivreLien(t *testing.T, ctx context.Context, h1 string) {
	t.Helper()
	if _, err := chromedp.RunResponse(ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		t.Fatal(err)
	}
	if titre := evaluer[string](t, ctx, `document.querySelector('h1').textContent.trim()`); titre != h1 {
		t.Fatalf("la page est «%s», attendu «%s»", titre, h1)
	}
}

// TestNavigateurClavier walks list, dossier, day, order and search by keyboard
// alone, without scripts. With them the pages are the same: no page holds a
// script, nor what a browser shows in the stead of one (see verifierPage).
func TestNavigateurClavier(t *testing.T) {
	ctx, adresse := naviguer(t)
	sansScript(t, ctx, true)
	executer(t, ctx, chromedp.Navigate(adresse+"/"), chromedp.KeyEvent(kb.Tab))
	if id := evaluer[string](t, ctx, `document.activeElement.getAttribute('href')`); id != "#contenu" {
		t.Errorf("le premier arrêt du clavier est %s", id)
	}
	executer(t, ctx, chromedp.KeyEvent(kb.Enter))
	if id := evaluer[string](t, ctx, `document.activeElement.id`); id != "contenu" {
		t.Errorf("le lien d'évitement mène à %s", id)
	}
	tabuler(t, ctx, "/dossiers/"+dossierLong)
	suivreLien(t, ctx, "MARTIN (DUPUIS) Claire")
	tabuler(t, ctx, "/jours/2026-10-12")
	suivreLien(t, ctx, "Lundi 12 octobre 2026")
	tabuler(t, ctx, "/ordres/"+ordreCorr)
	suivreLien(t, ctx, "Paiement "+ordreCorr)
	tabuler(t, ctx, "q")
	executer(t, ctx, chromedp.KeyEvent(dossierTest))
	suivreLien(t, ctx, "ESSAI Prudence essai : jamais payé")
	if u := evaluer[string](t, ctx, `location.pathname`); u != "/dossiers/"+dossierTest {
		t.Errorf("la recherche mène à %s", u)
	}
}

//go:embed testdata/axe.min.js
var axe string

// axeRegles are the rules to run: WCAG 2.2 level AA, and the RGAA.
const axeRegles = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'RGAAv4'], resultTypes: ['violations']})
	.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' : ' + n.target.join(' ') + ' : ' + n.failureSummary)))`

// pagesVues are the pages that the browser looks at.
func pagesVues() []lien {
	return []lien{
		{"liste", "/"}, {"liste-vide", "/?attend=comptable"}, {"dossier", "/dossiers/" + dossierLong}, {"dossier-simple", "/dossiers/" + dossierTest},
		{"personne", "/dossiers/" + claire}, {"jour", "/dossiers/" + dossierLong + "/jours/2026-10-20"}, {"ordre", "/ordres/" + ordreEmis},
		{"piece", "/dossiers/" + dossierLong + "/pieces/" + pieceDSN}, {"erreur", "/nulle-part"},
		{"moi", "/moi"}, {"arrets", "/arrets"}, {"controles", "/controles"}, {"signature", "/dossiers/" + dossierLong + "/signature"}, {"agir", "/dossiers/" + dossierLong + "/actes"},
	}
}

// ecrans are those on which every page is looked at.
var ecrans = []struct {
	nom, theme string
	largeur    int64
}{{"clair", "light", 1366}, {"sombre", "dark", 1366}, {"etroit", "light", 360}}

// agrandis are the widths that a page has left on a screen of 1366 at 200 %, and on one of 1280 at 400 %.
var agrandis = []int64{683, 320}

// surEcran shows the page that is open as a screen shows it: what follows the
// screen is in the style sheet alone, so the page needs not be asked again.
func surEcran(t *testing.T, ctx context.Context, theme string, largeur int64) {
	t.Helper()
	medias := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, medias); err != nil {
		t.Fatal(err)
	}
	executer(t, ctx, chromedp.EmulateViewport(largeur, 900))
	// Colours that pass from one to the other are looked at once they have.
	vu := evaluer[[]int64](t, ctx, `document.getAnimations().forEach(a => a.finish()),
		[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0]`)
	if vu[0] != largeur || (vu[1] == 1) != (theme == "dark") {
		t.Fatalf("l'écran demandé est %s, %d ; la page voit %v", theme, largeur, vu)
	}
}

// TestNavigateurAccessibilite looks at every page by day, by night and on a
// narrow screen: no violation, nothing wider than the screen, nothing asked of
// another host, no complaint of the browser.
func TestNavigateurAccessibilite(t *testing.T) {
	ctx, adresse := naviguer(t)
	plaintes := surveiller(t, ctx, adresse)
	for _, p := range pagesVues() {
		t.Run(p.Texte, func(t *testing.T) {
			executer(t, ctx, chromedp.Navigate(adresse+p.Href))
			for _, e := range ecrans {
				surEcran(t, ctx, e.theme, e.largeur)
				tientDansLEcran(t, ctx, p.Texte+" "+e.nom)
				capturer(t, ctx, p.Texte+"-"+e.nom)
			}
			for _, largeur := range agrandis {
				surEcran(t, ctx, "light", largeur)
				tientDansLEcran(t, ctx, p.Texte+" agrandie")
			}
			preparerExamen(t, ctx)
			focusVisible(t, ctx, p.Texte)
			for _, e := range ecrans {
				surEcran(t, ctx, e.theme, e.largeur)
				sansViolation(t, ctx, p.Texte+" "+e.nom)
			}
		})
	}
	for _, p := range plaintes() {
		t.Error(p)
	}
}

func examiner(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	tientDansLEcran(t, ctx, nom)
	preparerExamen(t, ctx)
	focusVisible(t, ctx, nom)
	sansViolation(t, ctx, nom)
}

func tientDansLEcran(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	if trop := evaluer[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); trop > 0 {
		t.Errorf("%s dépasse l'écran de %d pixels", nom, trop)
	}
}

// preparerExamen unfolds the page, and gives it the examiner.
func preparerExamen(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluer[chromedp.Void](t, ctx, `document.querySelectorAll('details').forEach(d => { d.open = true })`)
	evaluer[chromedp.Void](t, ctx, axe)
}

// focusVisible walks all that the keyboard reaches on a page: where it is, is always seen. The first Tab tells the browser that
// the keyboard leads.
func focusVisible(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	executer(t, ctx, chromedp.KeyEvent(kb.Tab))
	caches := evaluer[[]string](t, ctx, `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(e => {
		e.focus()
		const s = getComputedStyle(e)
		return document.activeElement !== e || s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2
	}).map(e => e.outerHTML.slice(0, 120))`)
	for _, e := range caches {
		t.Errorf("%s : le focus ne se voit pas sur %s", nom, e)
	}
}

func sansViolation(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	violations, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](axeRegles, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		t.Errorf("%s : %s", nom, v)
	}
}

// surveiller collects what the browser asks of other hosts and complains of.
func surveiller(t *testing.T, ctx context.Context, adresse string) func() []string {
	t.Helper()
	var mu sync.Mutex
	var plaintes []string
	noter := func(p string) {
		mu.Lock()
		defer mu.Unlock()
		plaintes = append(plaintes, p)
	}
	demandes, journal := chromedp.Events(ctx, network.RequestWillBeSent), chromedp.Events(ctx, log.EntryAdded)
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	go func() {
		for e, err := range demandes {
			if err != nil {
				return
			}
			if u := e.Request.URL; !strings.HasPrefix(u, adresse+"/") && !strings.HasPrefix(u, "data:") {
				noter("demande à un autre hôte : " + u)
			}
		}
	}()
	go func() {
		for e, err := range journal {
			if err != nil {
				return
			}
			if !strings.Contains(e.Entry.Text, "404") {
				noter("plainte du navigateur : " + e.Entry.Text)
			}
		}
	}()
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return plaintes
	}
}

// capturer writes a picture of the page to the folder named by ACCORD_CAPTURES,
// when it names one.
func capturer(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	dossier := os.Getenv("ACCORD_CAPTURES")
	if dossier == "" {
		return
	}
	image, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dossier, nom+".png"), image, 0o644); err != nil {
		t.Fatal(err)
	}
}
