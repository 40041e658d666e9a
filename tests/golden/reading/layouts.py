"""All layouts by name, those of both parts."""

from tests.golden.reading import layouts_canvas, layouts_canvas_kept, layouts_html, layouts_html_kept

HTML = {**layouts_html.TUNE, **layouts_html_kept.KEPT}
CANVAS = {**layouts_canvas.TUNE, **layouts_canvas_kept.KEPT}
