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

// naviguer opens a browser on a desk over the sample, or skips the test. It
// returns a tab and the address of the desk.
func naviguer(t *testing.T) (ctx context.Context, adresse string) {
	t.Helper()
	chemin := ""
	for _, nom := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(nom); err == nil {
			chemin = cmp.Or(chemin, p)
		}
	}
	if chemin == "" {
		essai.Sauter(t, "Chromium n'est pas installé (paquet chromium)")
	}
	srv := httptest.NewServer(service(t, nouveauBureau(t), t.Output()))
	t.Cleanup(srv.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chemin), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	ctx, fin := context.WithTimeout(t.Context(), 6*time.Minute)
	t.Cleanup(fin)
	ctx, fin = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(fin)
	ctx, fin = chromedp.NewContext(ctx)
	t.Cleanup(fin)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1366, 900)); err != nil {
		t.Fatalf("le navigateur ne démarre pas : %v", err)
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
// alone, with scripts and without.
func TestNavigateurClavier(t *testing.T) {
	ctx, adresse := naviguer(t)
	for _, sansScript := range []bool{false, true} {
		nom := "avec JavaScript"
		if sansScript {
			nom = "sans JavaScript"
		}
		t.Run(nom, func(t *testing.T) {
			if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: sansScript}); err != nil {
				t.Fatal(err)
			}
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
		})
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
		{"moi", "/moi"}, {"arrets", "/arrets"}, {"controles", "/controles"}, {"agir", "/dossiers/" + dossierLong + "/actes"},
	}
}

// TestNavigateurAccessibilite looks at every page by day, by night and on a
// narrow screen: no violation, nothing wider than the screen, nothing asked of
// another host, no complaint of the browser.
func TestNavigateurAccessibilite(t *testing.T) {
	ctx, adresse := naviguer(t)
	plaintes := surveiller(t, ctx, adresse)
	for _, ecran := range []struct {
		nom, theme string
		largeur    int64
	}{{"clair", "light", 1366}, {"sombre", "dark", 1366}, {"etroit", "light", 360}} {
		t.Run(ecran.nom, func(t *testing.T) {
			theme := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: ecran.theme}}}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, theme); err != nil {
				t.Fatal(err)
			}
			for _, p := range pagesVues() {
				executer(t, ctx, chromedp.EmulateViewport(ecran.largeur, 900), chromedp.Navigate(adresse+p.Href))
				capturer(t, ctx, p.Texte+"-"+ecran.nom)
				examiner(t, ctx, p.Texte)
			}
		})
	}
	for _, p := range plaintes() {
		t.Error(p)
	}
}

func examiner(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	if trop := evaluer[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); trop > 0 {
		t.Errorf("%s dépasse l'écran de %d pixels", nom, trop)
	}
	evaluer[chromedp.Void](t, ctx, `document.querySelectorAll('details').forEach(d => { d.open = true })`)
	evaluer[chromedp.Void](t, ctx, axe)
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
